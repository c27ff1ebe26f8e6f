package io.headgate.engine.internal.position;

/**
 * Profit and loss of a trading day, out of that since the journal began. A total that is not known
 * ({@link Long#MAX_VALUE}) is a loss beyond every limit.
 */
final class DayResult {

  private boolean begun;
  private long base;
  private long best;

  /** A day begins; what the total is when it is next looked at is its start. */
  void begin() {
    begun = false;
  }

  /** Takes over what a decision of this day has seen. */
  void restore(long total, long loss, long drawdown) {
    if (total == Long.MAX_VALUE || loss == Long.MAX_VALUE || drawdown == Long.MAX_VALUE) {
      return;
    }
    base = total + loss;
    best = drawdown - loss;
    begun = true;
  }

  /** Looks at the total. */
  void observe(long total) {
    if (total == Long.MAX_VALUE) {
      return;
    }
    if (!begun) {
      begun = true;
      base = total;
      best = 0;
    }
    best = Math.max(best, Math.subtractExact(total, base));
  }

  /** What was lost since the day began; below 0 is a profit. */
  long loss(long total) {
    return total == Long.MAX_VALUE ? total : begun ? Math.subtractExact(base, total) : 0;
  }

  /** What was lost since the total was highest on this day, at least 0. */
  long drawdown(long total) {
    return total == Long.MAX_VALUE ? total : begun ? Math.addExact(best, loss(total)) : 0;
  }
}
