package io.headgate.journal.internal;

import io.headgate.model.order.CancelOrder;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.journal.JournalRecord.Decided;

/**
 * Counts the prepared space, on the thread that appends. Three classes of records:
 *
 * <ul>
 *   <li>what adds risk: accepted decisions whose command is a Send or a Replace; they leave the
 *       whole reserve free;
 *   <li>denials of new orders and replaces: they leave half of the reserve free, so that a flood of
 *       them cannot use up the space of fills;
 *   <li>all others (cancels, sends, executions, doubts, control, starts, rolls): they may use
 *       everything.
 * </ul>
 */
final class Space {

  /** How much of the reserve a record must leave. */
  enum Claim {
    RISK,
    DENIAL,
    NEEDED
  }

  private final SpareSegments spares;
  private final long reserve;
  private long left;

  /**
   * @param left bytes left in the segment in use
   * @param reserve bytes kept for records that are needed
   */
  Space(SpareSegments spares, long left, long reserve) {
    this.spares = spares;
    this.left = left;
    this.reserve = reserve;
  }

  static Claim claim(JournalRecord record) {
    if (!(record instanceof Decided decided)
        || decided.decision().intent() instanceof CancelOrder) {
      return Claim.NEEDED;
    }
    return decided.decision().accepted() ? Claim.RISK : Claim.DENIAL;
  }

  /** Whether a frame of so many bytes may be written. */
  boolean allows(int aligned, Claim claim) {
    int credits = spares.credits();
    boolean here = aligned <= left;
    if (!here && credits == 0) {
      return false;
    }
    if (claim == Claim.NEEDED) {
      return true;
    }
    long after = credits * spares.usable() - aligned + (here ? left : 0);
    return after >= (claim == Claim.RISK ? reserve : reserve / 2);
  }

  /** Counts a frame that is going to be written; the commit thread follows by the same rule. */
  void take(int aligned) {
    if (aligned > left) {
      spares.takeCredit();
      left = spares.usable();
    }
    left -= aligned;
  }
}
