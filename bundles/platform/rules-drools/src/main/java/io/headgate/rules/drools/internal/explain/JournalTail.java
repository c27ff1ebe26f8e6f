package io.headgate.rules.drools.internal.explain;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what became durable since the last look and counts near misses, off the order path. For one
 * thread.
 */
final class JournalTail {

  private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

  /** Records between two looks at the time. */
  static final int RECORDS_AT_ONCE = 256;

  private final Journal journal;
  private final Supplier<@Nullable CompiledRules> serving;
  private final long mostNanos;
  private final LongSupplier nanos;
  private final NearMisses nearMisses = new NearMisses();
  private long next;
  private int taken;

  /**
   * Begins after what is durable now.
   *
   * @param serving the set whose near misses are counted
   * @param mostNanos how long one look may take, which leaves the processor to orders
   * @param nanos tells time that only goes on
   */
  JournalTail(
      Journal journal,
      Supplier<@Nullable CompiledRules> serving,
      long mostNanos,
      LongSupplier nanos) {
    this.journal = journal;
    this.serving = serving;
    this.mostNanos = mostNanos;
    this.nanos = nanos;
    this.next = journal.durableSequence() + 1;
  }

  /** Takes what is new, for as long as it may; what is left over waits. */
  void look() {
    CompiledRules rules = serving.get();
    if (rules == null || journal.durableSequence() < next) {
      return;
    }
    taken = 0;
    long start = nanos.getAsLong();
    try {
      journal.read(
          next,
          (sequence, entry) -> {
            next = sequence + 1;
            take(rules, entry);
            return ++taken % RECORDS_AT_ONCE != 0 || nanos.getAsLong() - start < mostNanos;
          });
    } catch (JournalException e) {
      next = journal.durableSequence() + 1;
      LOG.warn("near misses up to record {} are not counted: {}", next - 1, e.getMessage());
    }
  }

  private void take(CompiledRules rules, JournalRecord entry) {
    if (entry instanceof JournalRecord.Decided decided
        && decided.context() != null
        && decided.decision().ruleSet().equals(rules.hash())) {
      nearMisses.count(rules, decided.context());
    }
  }
}
