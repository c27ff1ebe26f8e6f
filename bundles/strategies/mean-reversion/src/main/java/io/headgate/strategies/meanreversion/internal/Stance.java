package io.headgate.strategies.meanreversion.internal;

import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.Signal;

/**
 * Which position it wants: none, long below the mean, short above it. After a stop or a denied
 * entry it wants none until the price has been back at the mean.
 */
final class Stance {

  private final Signal signal;
  private int side;
  private boolean waits;

  Stance(Signal signal) {
    this.signal = signal;
  }

  /** Takes a position over that was there before. */
  void adopt(long held) {
    side = Long.signum(held);
  }

  /** -1 short, 0 none, 1 long. */
  int side() {
    return side;
  }

  /**
   * Takes the next distance from the mean.
   *
   * @param distance in standard deviations; NaN where there is no mean, which changes nothing
   */
  void observe(double distance) {
    if (Double.isNaN(distance)) {
      return;
    }
    if (side != 0) {
      double towards = side * distance;
      if (towards <= -signal.stop()) {
        giveUp();
      } else if (towards >= -signal.exit()) {
        side = 0;
      }
      return;
    }
    double away = Math.abs(distance);
    if (waits) {
      waits = away > signal.exit();
    } else if (away >= signal.entry() && away < signal.stop()) {
      side = distance > 0 ? -1 : 1;
    }
  }

  /** Wants nothing, until the price has been back at the mean. */
  void giveUp() {
    side = 0;
    waits = true;
  }
}
