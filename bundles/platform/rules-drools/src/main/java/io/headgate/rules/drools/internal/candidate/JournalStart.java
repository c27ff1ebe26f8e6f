package io.headgate.rules.drools.internal.candidate;

import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;

/** Finds where a moment stands in the journal, whose records stand in the order of time. */
final class JournalStart {

  /** Records before the moment that are read too, for those that two threads wrote at once. */
  private static final long MARGIN = 1_000;

  private JournalStart() {}

  /**
   * The first sequence number that has to be read.
   *
   * @param from the moment, UTC nanoseconds since 1970
   * @param end last sequence number
   */
  static long find(Journal journal, long from, long end) throws JournalException {
    long low = 1;
    long high = Math.max(1, end);
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (timestamp(journal, middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(1, low - MARGIN);
  }

  private static long timestamp(Journal journal, long sequence) throws JournalException {
    long[] found = {Long.MAX_VALUE};
    journal.read(
        sequence,
        (at, record) -> {
          found[0] = record.timestamp();
          return false;
        });
    return found[0];
  }
}
