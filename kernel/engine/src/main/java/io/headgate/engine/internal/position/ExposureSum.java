package io.headgate.engine.internal.position;

/** Exposure over several lines; not known as soon as one of them is not. */
final class ExposureSum {

  private long total;
  private int unknown;

  /** Replaces what a line was worth by what it is worth. */
  void replace(long before, long after) {
    total = Math.addExact(total, after - before);
  }

  /** One line more, or less, whose worth is not known. */
  void unknown(int change) {
    unknown += change;
  }

  /** The sum with so much more; the largest number if it is not known or out of range. */
  long plus(long more) {
    if (unknown > 0) {
      return Long.MAX_VALUE;
    }
    long sum = total + more;
    return ((total ^ sum) & (more ^ sum)) < 0 ? Long.MAX_VALUE : sum;
  }
}
