package io.headgate.features.indicators.internal;

import io.headgate.spi.feature.Feature;

/**
 * Relative strength index, 0 to 100; 50 where nothing moved. J. Welles Wilder, New Concepts in
 * Technical Trading Systems (1978), pages 63 to 70: the first averages are plain means over n
 * changes, those after (previous × (n − 1) + change) ÷ n.
 */
final class RelativeStrength implements Feature {

  private static final double MIDDLE = 50;
  private static final double FULL = 100;

  private final int steps;
  private double gains;
  private double losses;
  private double latest = Double.NaN;
  private int seen;

  RelativeStrength(int steps) {
    this.steps = steps;
  }

  @Override
  public void onStep(double price) {
    if (!Double.isNaN(latest)) {
      observe(price - latest);
    }
    latest = price;
  }

  private void observe(double change) {
    double gain = Math.max(0, change);
    double loss = Math.max(0, -change);
    if (seen < steps) {
      gains += gain / steps;
      losses += loss / steps;
      seen++;
    } else {
      gains = (gains * (steps - 1) + gain) / steps;
      losses = (losses * (steps - 1) + loss) / steps;
    }
  }

  @Override
  public double value() {
    if (seen < steps) {
      return Double.NaN;
    }
    double moves = gains + losses;
    return moves > 0 ? FULL * (gains / moves) : MIDDLE;
  }

  @Override
  public void reset() {
    gains = 0;
    losses = 0;
    latest = Double.NaN;
    seen = 0;
  }
}
