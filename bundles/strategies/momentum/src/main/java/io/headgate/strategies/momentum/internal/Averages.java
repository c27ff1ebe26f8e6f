package io.headgate.strategies.momentum.internal;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.Side;
import io.headgate.strategies.momentum.internal.MomentumSettings.Trend;
import org.jspecify.annotations.Nullable;

/**
 * Two exponential moving averages of one price, α = 2 ÷ (n + 1), and the side on which the fast one
 * stands. Silent until it has seen as many prices as the slow one is long.
 */
final class Averages {

  private static final double BPS = 10_000;

  private final Trend trend;
  private final double fastWeight;
  private final double slowWeight;
  private double fast;
  private double slow;
  private int seen;
  private @Nullable Side side;

  Averages(Trend trend) {
    this.trend = trend;
    this.fastWeight = 2.0 / (trend.fastPeriods() + 1);
    this.slowWeight = 2.0 / (trend.slowPeriods() + 1);
  }

  /**
   * Takes the next price.
   *
   * @param price nine decimals, above 0
   * @return the side to be on, if the averages have crossed just now; else null
   */
  @Nullable Side observe(long price) {
    double number = Fixed.toDouble(price);
    if (seen == 0) {
      fast = number;
      slow = number;
    } else {
      fast += fastWeight * (number - fast);
      slow += slowWeight * (number - slow);
    }
    if (seen < trend.slowPeriods()) {
      seen++;
      return null;
    }
    double distance = (fast - slow) / slow * BPS;
    Side now = side;
    if (distance > 0 && distance >= trend.minCrossBps()) {
      now = Side.BUY;
    } else if (distance < 0 && -distance >= trend.minCrossBps()) {
      now = Side.SELL;
    }
    if (now == side) {
      return null;
    }
    side = now;
    return now;
  }
}
