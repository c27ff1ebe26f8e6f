package io.headgate.features.indicators.internal;

/** The latest numbers, a fixed count of them. */
final class Ring {

  private final double[] values;
  private int next;
  private long seen;

  Ring(int size) {
    values = new double[size];
  }

  /**
   * Adds a number.
   *
   * @return the number that fell out; 0 while there was room
   */
  double add(double value) {
    double old = values[next];
    values[next] = value;
    next = next + 1 == values.length ? 0 : next + 1;
    seen++;
    return old;
  }

  boolean isFull() {
    return seen >= values.length;
  }

  /** Whether the next number goes to the first place: a good moment to add up anew. */
  boolean isAtStart() {
    return next == 0;
  }

  /** Numbers that it holds. */
  int count() {
    return (int) Math.min(seen, values.length);
  }

  /** The oldest, once it is full. */
  double oldest() {
    return values[next];
  }

  /** Sum of all that it holds, added up afresh. */
  double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Sum of squared distances from a mean, added up afresh. */
  double squares(double mean) {
    double sum = 0;
    for (int i = 0; i < count(); i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum;
  }

  void clear() {
    java.util.Arrays.fill(values, 0);
    next = 0;
    seen = 0;
  }
}
