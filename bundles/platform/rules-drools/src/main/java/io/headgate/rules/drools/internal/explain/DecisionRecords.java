package io.headgate.rules.drools.internal.explain;

import io.headgate.model.order.ClOrdId;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.order.OrderQuery;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Finds decisions in the journal. */
final class DecisionRecords {

  private final Journal journal;

  /** All of a journal may be gigabytes: one reads them at a time. */
  private final Semaphore turn = new Semaphore(1);

  DecisionRecords(Journal journal) {
    this.journal = journal;
  }

  /**
   * The record of one decision; null if there is none.
   *
   * @param orders knows where the latest decisions stand; for others all of the journal is read
   * @throws IllegalStateException if the journal can not be read, or all of it is being read
   */
  JournalRecord.@Nullable Decided find(ClOrdId id, @Nullable OrderQuery orders) {
    var known = orders == null ? null : orders.decision(id);
    if (known != null) {
      return find(id, known.sequence(), true);
    }
    if (!turn.tryAcquire()) {
      throw new IllegalStateException(
          "another decision is being looked for in the whole journal; try again in a while");
    }
    try {
      return find(id, 1, false);
    } finally {
      turn.release();
    }
  }

  private JournalRecord.@Nullable Decided find(ClOrdId id, long from, boolean there) {
    JournalRecord.Decided[] found = new JournalRecord.Decided[1];
    try {
      journal.read(
          from,
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
            return found[0] == null && !there;
          });
    } catch (JournalException e) {
      throw new IllegalStateException("the journal can not be read: " + e.getMessage(), e);
    }
    return found[0];
  }
}
