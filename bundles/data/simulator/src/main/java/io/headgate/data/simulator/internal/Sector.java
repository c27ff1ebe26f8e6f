package io.headgate.data.simulator.internal;

/** The Brownian motion that the instruments of one sector share. */
final class Sector {

  private final boolean shared;
  private double value;
  private double lastTime;
  private double news;

  /**
   * @param shared false for instruments that belong to no sector: then it stands still
   */
  Sector(boolean shared) {
    this.shared = shared;
  }

  boolean isShared() {
    return shared;
  }

  /** Its value at a moment, which must not lie before the last one. */
  double at(double marketSeconds, SplitMix random) {
    if (shared && marketSeconds > lastTime) {
      value += Math.sqrt(marketSeconds - lastTime) * random.bell();
      lastTime = marketSeconds;
    }
    return value;
  }

  /** What happens to the sector over a break. */
  void sleep(SplitMix random) {
    news = shared ? random.bell() : 0;
  }

  /** What happened over the last break, standard deviation 1. */
  double news() {
    return news;
  }
}
