package io.headgate.features.indicators.internal;

import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.spi.feature.Feature;

/** The latest quote with both sides, as {@code spread} or as {@code depth}. */
final class Touch implements Feature {

  private final boolean depth;
  private double value = Double.NaN;

  private Touch(boolean depth) {
    this.depth = depth;
  }

  /** (Offer − bid) ÷ mid. */
  static Touch spread() {
    return new Touch(false);
  }

  /** (Bid size − offer size) ÷ (bid size + offer size), −1 to 1; 0 where no size is known. */
  static Touch depth() {
    return new Touch(true);
  }

  static boolean isUsable(Quote quote) {
    return quote.isTwoSided() && quote.bidPrice() <= quote.askPrice();
  }

  @Override
  public void onQuote(Quote quote) {
    if (isUsable(quote)) {
      value =
          depth
              ? share(Fixed.toDouble(quote.bidSize()), Fixed.toDouble(quote.askSize()))
              : spread(Fixed.toDouble(quote.bidPrice()), Fixed.toDouble(quote.askPrice()));
    }
  }

  private static double spread(double bid, double ask) {
    return 2 * (ask - bid) / (ask + bid);
  }

  private static double share(double bid, double ask) {
    double total = bid + ask;
    return total > 0 ? (bid - ask) / total : 0;
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public void reset() {
    value = Double.NaN;
  }
}
