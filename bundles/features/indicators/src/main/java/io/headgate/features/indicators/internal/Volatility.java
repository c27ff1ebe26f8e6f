package io.headgate.features.indicators.internal;

import io.headgate.spi.feature.Feature;

/** Standard deviation (n − 1) of the last n returns of one step. */
final class Volatility implements Feature {

  private final Ring returns;
  private final int steps;
  private double mean;
  private double squares;
  private double latest = Double.NaN;

  Volatility(int steps) {
    this.steps = steps;
    this.returns = new Ring(steps);
  }

  @Override
  public void onStep(double price) {
    if (!Double.isNaN(latest)) {
      observe(price / latest - 1);
    }
    latest = price;
  }

  /** Welford's update for a window that slides, begun anew once a round against rounding errors. */
  private void observe(double value) {
    boolean full = returns.isFull();
    double old = returns.add(value);
    if (returns.isAtStart()) {
      mean = returns.sum() / returns.count();
      squares = returns.squares(mean);
    } else if (full) {
      double before = mean;
      mean += (value - old) / steps;
      squares += (value - old) * (value - mean + old - before);
    } else {
      double before = mean;
      mean += (value - before) / returns.count();
      squares += (value - before) * (value - mean);
    }
  }

  @Override
  public double value() {
    return returns.isFull() ? Math.sqrt(Math.max(0, squares) / (steps - 1)) : Double.NaN;
  }

  @Override
  public void reset() {
    returns.clear();
    mean = 0;
    squares = 0;
    latest = Double.NaN;
  }
}
