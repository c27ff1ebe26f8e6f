package io.headgate.data.simulator.internal;

/**
 * The fair price of one instrument, in ticks: a factor that all share, its own noise, trends that
 * switch, volatility that follows the climate of the market, and jumps. Only exact or strictly
 * specified arithmetic, so that a seed gives the same path everywhere.
 */
final class PricePath {

  /** Where a path turns back, as a multiple of its start. */
  static final double WIDEST = 20;

  /** Most that volatility grows to, as a multiple of the configured one. */
  static final double WILDEST = 4;

  /** A jump adds so much to the volatility multiple. */
  private static final double AFTERSHOCK = 1.5;

  /** Volatility follows the climate within this share of a trend's life. */
  private static final double CALMING = 0.1;

  private final Dynamics dynamics;
  private final double start;
  private final double shared;
  private final double own;
  private double price;
  private double heat = 1;
  private int direction;
  private double trendEnds;
  private double jumpAt;
  private double lastTime;
  private double lastFactor;

  PricePath(Dynamics dynamics, double startTicks, SplitMix random) {
    this.dynamics = dynamics;
    this.start = startTicks;
    this.price = startTicks;
    this.shared = Math.sqrt(dynamics.correlation());
    this.own = Math.sqrt(1 - dynamics.correlation());
    this.jumpAt = random.exponential(dynamics.jump().meanSeconds());
    switchTrend(0, random);
  }

  /** Fair price in ticks, always above 1. */
  double price() {
    return price;
  }

  /** Volatility as a multiple of the calm one. */
  double heat() {
    return heat;
  }

  /** -1 falling, 0 none, 1 rising. */
  int direction() {
    return direction;
  }

  /** Moves on to a later moment. */
  void advance(Moment now, SplitMix random) {
    double time = now.marketSeconds;
    double factor = now.factor;
    double elapsed = time - lastTime;
    double noise = shared * (factor - lastFactor) + own * Math.sqrt(elapsed) * random.bell();
    double change =
        dynamics.sigma() * heat * noise + direction * dynamics.trend().drift() * elapsed;
    lastTime = time;
    lastFactor = factor;
    heat +=
        (now.climate - heat) * Math.min(1, elapsed / (CALMING * dynamics.trend().meanSeconds()));
    if (time >= jumpAt) {
      change += jump(random);
      jumpAt = time + random.exponential(dynamics.jump().meanSeconds());
    }
    if (time >= trendEnds) {
      switchTrend(time, random);
    }
    move(change);
  }

  private void move(double change) {
    // One tick never moves a price by more than a fifth, whatever the configuration.
    price *= 1 + Math.max(-0.2, Math.min(0.2, change));
    double ceiling = start * WIDEST;
    double floor = Math.max(1.5, start / WIDEST);
    if (price > ceiling || price < floor) {
      price = Math.max(floor, Math.min(ceiling, price));
      direction = price >= ceiling ? -1 : 1;
    }
  }

  private double jump(SplitMix random) {
    heat = Math.min(WILDEST, heat + AFTERSHOCK);
    double size = dynamics.jump().meanSize() * (0.5 + random.uniform());
    return random.nextLong() < 0 ? -size : size;
  }

  private void switchTrend(double time, SplitMix random) {
    // The further from its start, the likelier a price turns back: it can wander, not run away.
    double stretch = Math.max(-1, Math.min(1, price / start - start / price));
    double draw = random.uniform() + 0.3 * stretch;
    direction = draw < 0.4 ? 1 : draw > 0.6 ? -1 : 0;
    trendEnds = time + random.exponential(dynamics.trend().meanSeconds());
  }
}
