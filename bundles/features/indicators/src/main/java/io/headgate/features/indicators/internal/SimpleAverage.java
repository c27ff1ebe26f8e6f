package io.headgate.features.indicators.internal;

import io.headgate.spi.feature.Feature;

/** Distance of the price from its mean over n steps: price ÷ mean − 1. */
final class SimpleAverage implements Feature {

  private final Ring prices;
  private final int steps;
  private double sum;
  private double latest;

  SimpleAverage(int steps) {
    this.steps = steps;
    this.prices = new Ring(steps);
  }

  @Override
  public void onStep(double price) {
    sum += price - prices.add(price);
    latest = price;
    // Once a round, so that rounding errors do not pile up.
    if (prices.isAtStart()) {
      sum = prices.sum();
    }
  }

  @Override
  public double value() {
    return prices.isFull() ? latest / mean() - 1 : Double.NaN;
  }

  // After a fall by many powers of ten the running sum may be all rounding error, even below 0.
  private double mean() {
    double mean = sum / steps;
    return mean >= latest / steps ? mean : prices.sum() / steps;
  }

  @Override
  public void reset() {
    prices.clear();
    sum = 0;
  }
}
