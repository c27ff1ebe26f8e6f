package io.headgate.rules.drools.internal.explain;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
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

  /** So many records at once leave the processor to orders; what is left over waits. */
  private static final int RECORDS_AT_ONCE = 5_000;

  private final Journal journal;
  private final Supplier<@Nullable CompiledRules> serving;
  private final NearMisses nearMisses = new NearMisses();
  private long next;
  private int taken;

  /** Begins after what is durable now. */
  JournalTail(Journal journal, Supplier<@Nullable CompiledRules> serving) {
    this.journal = journal;
    this.serving = serving;
    this.next = journal.durableSequence() + 1;
  }

  /** Takes some of what is new. */
  void look() {
    CompiledRules rules = serving.get();
    if (rules == null || journal.durableSequence() < next) {
      return;
    }
    taken = 0;
    try {
      journal.read(
          next,
          (sequence, entry) -> {
            next = sequence + 1;
            take(rules, entry);
            return ++taken < RECORDS_AT_ONCE;
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
