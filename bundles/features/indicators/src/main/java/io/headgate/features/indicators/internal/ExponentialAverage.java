package io.headgate.features.indicators.internal;

import io.headgate.spi.feature.Feature;

/** Distance of the price from its exponential average, α = 2 ÷ (n + 1): price ÷ average − 1. */
final class ExponentialAverage implements Feature {

  private final int steps;
  private final double weight;
  private double average;
  private double latest;
  private int seen;

  ExponentialAverage(int steps) {
    this.steps = steps;
    this.weight = 2.0 / (steps + 1);
  }

  @Override
  public void onStep(double price) {
    average = seen == 0 ? price : average * (1 - weight) + price * weight;
    latest = price;
    seen = Math.min(seen + 1, steps);
  }

  @Override
  public double value() {
    return seen >= steps ? latest / average - 1 : Double.NaN;
  }

  @Override
  public void reset() {
    seen = 0;
  }
}
