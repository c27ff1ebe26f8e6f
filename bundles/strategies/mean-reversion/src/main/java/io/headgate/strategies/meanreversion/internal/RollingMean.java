package io.headgate.strategies.meanreversion.internal;

/**
 * Mean and standard deviation of the last prices. Sums are kept around a price of the window, and
 * taken anew each time that the window has been filled, so that they stay exact.
 */
final class RollingMean {

  private final double[] prices;
  private int next;
  private boolean full;
  private double base;
  private double sum;
  private double squares;

  RollingMean(int periods) {
    this.prices = new double[periods];
  }

  /**
   * How far a price is from the mean of the prices before it, in their standard deviations; NaN
   * until there are enough of them, and where they hardly deviate.
   *
   * @param minDeviation relative standard deviation below which there is no answer
   */
  double distance(double price, double minDeviation) {
    if (!full) {
      return Double.NaN;
    }
    double mean = sum / prices.length;
    double variance = squares / prices.length - mean * mean;
    double deviation = Math.sqrt(Math.max(0, variance));
    double level = base + mean;
    if (!(deviation > 0) || deviation < minDeviation * level) {
      return Double.NaN;
    }
    return (price - level) / deviation;
  }

  /** Takes a price into the window. */
  void add(double price) {
    if (full) {
      double gone = prices[next] - base;
      sum -= gone;
      squares -= gone * gone;
    }
    prices[next] = price;
    double come = price - base;
    sum += come;
    squares += come * come;
    if (++next == prices.length) {
      next = 0;
      full = true;
      sumAnew(price);
    }
  }

  private void sumAnew(double newBase) {
    base = newBase;
    sum = 0;
    squares = 0;
    for (double price : prices) {
      double apart = price - base;
      sum += apart;
      squares += apart * apart;
    }
  }
}
