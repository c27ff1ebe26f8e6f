package io.headgate.data.simulator.internal;

/** Moments of samples. */
final class Statistics {

  private Statistics() {}

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double deviation(double[] values) {
    return Math.sqrt(central(values, 2));
  }

  /** Fourth moment over the squared second: 3 for a normal distribution. */
  static double kurtosis(double[] values) {
    double variance = central(values, 2);
    return central(values, 4) / variance / variance;
  }

  private static double central(double[] values, int power) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value - mean, power);
    }
    return sum / values.length;
  }

  static double correlation(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / a.length / deviation(a) / deviation(b);
  }

  static double autocorrelation(double[] values, int lag) {
    int size = values.length - lag;
    double[] before = new double[size];
    double[] after = new double[size];
    System.arraycopy(values, 0, before, 0, size);
    System.arraycopy(values, lag, after, 0, size);
    return correlation(before, after);
  }

  static double[] squares(double[] values) {
    double[] squares = values.clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    return squares;
  }
}
