package io.headgate.features.indicators.internal;

import io.headgate.spi.feature.Feature;

/** Price ÷ price n steps ago − 1. */
final class Return implements Feature {

  private final Ring prices;
  private double latest;

  Return(int steps) {
    prices = new Ring(steps + 1);
  }

  @Override
  public void onStep(double price) {
    prices.add(price);
    latest = price;
  }

  @Override
  public double value() {
    return prices.isFull() ? latest / prices.oldest() - 1 : Double.NaN;
  }

  @Override
  public void reset() {
    prices.clear();
  }
}
