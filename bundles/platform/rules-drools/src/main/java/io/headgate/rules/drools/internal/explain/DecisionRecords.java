package io.headgate.rules.drools.internal.explain;

import io.headgate.model.order.ClOrdId;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.order.OrderQuery;
import org.jspecify.annotations.Nullable;

/** Finds decisions in the journal. */
final class DecisionRecords {

  private final Journal journal;

  DecisionRecords(Journal journal) {
    this.journal = journal;
  }

  /**
   * The record of one decision; null if there is none.
   *
   * @param orders knows where the latest decisions stand; for others all of the journal is read
   * @throws IllegalStateException if the journal can not be read
   */
  JournalRecord.@Nullable Decided find(ClOrdId id, @Nullable OrderQuery orders) {
    var known = orders == null ? null : orders.decision(id);
    JournalRecord.Decided[] found = new JournalRecord.Decided[1];
    try {
      journal.read(
          known == null ? 1 : known.sequence(),
          (sequence, entry) -> {
            if (entry instanceof JournalRecord.Decided decided
                && decided.decision().clOrdId().equals(id)) {
              found[0] =
                  new JournalRecord.Decided(
                      decided.timestamp(),
                      decided.decision().withSequence(sequence),
                      decided.command(),
                      decided.context());
            }
            // A decision that is known to stand here stands here or is not durable yet.
            return found[0] == null && known == null;
          });
    } catch (JournalException e) {
      throw new IllegalStateException("the journal can not be read: " + e.getMessage(), e);
    }
    return found[0];
  }
}
