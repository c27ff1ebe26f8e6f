package io.headgate.limits.internal.rights;

import io.headgate.limits.internal.LimitTable;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.RightsUse;
import java.util.List;

/**
 * What one scope (firm, an account, a trader or a strategy) uses of one instrument on this node,
 * and this node's part of its limits. One thread only.
 */
final class Bucket {

  private final String who;
  private final String instrument;
  private long share;
  private long openBuys;
  private long openSells;

  private long version = Long.MIN_VALUE;
  private long validFrom;
  private long validUntil;
  private long longPart;
  private long shortPart;
  private String longSource = "";
  private String shortSource = "";

  /**
   * @param who the scope, as rows name it
   * @param instrument what it trades, SYMBOL.VENUE
   */
  Bucket(String who, String instrument) {
    this.who = who;
    this.instrument = instrument;
  }

  /** The scope, as rows name it. */
  String who() {
    return who;
  }

  /** Whether the parts are those of a moment under a version of the limits. */
  boolean isFresh(long currentVersion, long epochNanos) {
    return version == currentVersion && validFrom <= epochNanos && epochNanos < validUntil;
  }

  /**
   * Reads this node's parts out of the rows of the scope.
   *
   * @param nodes among which each limit is divided; rounded down, so that the parts together never
   *     exceed it
   */
  void refresh(
      List<LimitRow> rows, LimitSubject subject, int nodes, long currentVersion, long epochNanos) {
    version = currentVersion;
    validFrom = epochNanos;
    validUntil = Long.MAX_VALUE;
    longPart = Long.MAX_VALUE;
    shortPart = Long.MAX_VALUE;
    longSource = "";
    shortSource = "";
    LimitTable.What what = new LimitTable.What(subject.instrument());
    for (int i = 0; i < rows.size(); i++) {
      LimitRow row = rows.get(i);
      if (row.severity() == Severity.BLOCK && what.isCoveredBy(row)) {
        if (row.effectiveFrom() > epochNanos) {
          validUntil = Math.min(validUntil, row.effectiveFrom());
        } else if (row.effectiveTo() > epochNanos) {
          validUntil = Math.min(validUntil, row.effectiveTo());
          tighten(row, row.value() / nodes);
        }
      }
    }
  }

  private void tighten(LimitRow row, long part) {
    if (row.kind() == LimitKind.MAX_LONG_POSITION && part < longPart) {
      longPart = part;
      longSource = row.source();
    } else if (row.kind() == LimitKind.MAX_SHORT_POSITION && part < shortPart) {
      shortPart = part;
      shortSource = row.source();
    }
  }

  /** No limits are known: nothing is granted. */
  void refuse(long currentVersion, long epochNanos) {
    version = currentVersion;
    validFrom = epochNanos;
    validUntil = Long.MAX_VALUE;
    longPart = Long.MIN_VALUE;
    shortPart = Long.MIN_VALUE;
    longSource = "";
    shortSource = "";
  }

  /**
   * Whether a further quantity stays within the part: of buys, share + open buys + quantity; of
   * sells, open sells + quantity - share. A sum out of range does not.
   */
  boolean grants(boolean buy, long quantity) {
    long open = buy ? openBuys : openSells;
    long wanted = open + quantity;
    if (((open ^ wanted) & (quantity ^ wanted)) < 0) {
      return false;
    }
    long worst = buy ? wanted + share : wanted - share;
    boolean overflow =
        buy ? ((wanted ^ worst) & (share ^ worst)) < 0 : ((wanted ^ share) & (wanted ^ worst)) < 0;
    return !overflow && worst <= (buy ? longPart : shortPart);
  }

  /** What {@link #grants} would still say yes to, at least 0; the largest number if no limit is. */
  long headroom(boolean buy) {
    long part = buy ? longPart : shortPart;
    if (part == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    long room = saturated(part, buy ? -share : share);
    return Math.max(0, saturated(room, -(buy ? openBuys : openSells)));
  }

  private static long saturated(long one, long other) {
    long sum = one + other;
    if (((one ^ sum) & (other ^ sum)) < 0) {
      return one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return sum;
  }

  /** The verdict of a quantity that is not granted. */
  Verdict shortage(boolean buy, long quantity) {
    long part = buy ? longPart : shortPart;
    long worst = saturated(saturated(buy ? openBuys : openSells, quantity), buy ? share : -share);
    return new Verdict(
        "rights",
        Severity.BLOCK,
        part == Long.MIN_VALUE ? "LIMITS_MISSING" : "RIGHTS_EXHAUSTED",
        worst,
        Math.max(0, part),
        Unit.QTY,
        buy ? longSource : shortSource);
  }

  /**
   * What the open quantity of a side would be.
   *
   * @throws IllegalArgumentException if more is given back than was taken
   * @throws ArithmeticException if it is out of range
   */
  long openAfter(Side side, long added) {
    long after = Math.addExact(side == Side.BUY ? openBuys : openSells, added);
    if (after < 0) {
      throw new IllegalArgumentException(
          "%s gives back %d, more than was taken: %d"
              .formatted(side, Math.negateExact(added), after - added));
    }
    return after;
  }

  /**
   * What the position share would be.
   *
   * @throws ArithmeticException if it is out of range
   */
  long shareAfter(Side side, long filled) {
    return side == Side.BUY ? Math.addExact(share, filled) : Math.subtractExact(share, filled);
  }

  /** What is used where a limit applies, a line for each side. */
  void describe(List<RightsUse> uses) {
    if (isLimited(longPart)) {
      uses.add(
          new RightsUse(
              who, instrument, LimitKind.MAX_LONG_POSITION, saturated(openBuys, share), longPart));
    }
    if (isLimited(shortPart)) {
      uses.add(
          new RightsUse(
              who,
              instrument,
              LimitKind.MAX_SHORT_POSITION,
              saturated(openSells, -share),
              shortPart));
    }
  }

  /** Version before the first look: nothing is known yet; MIN_VALUE: no limits could be read. */
  private boolean isLimited(long part) {
    return version != Long.MIN_VALUE && part != Long.MAX_VALUE && part != Long.MIN_VALUE;
  }

  /** Sets the open quantity of a side, and the position share. */
  void set(Side side, long open, long newShare) {
    if (side == Side.BUY) {
      openBuys = open;
    } else {
      openSells = open;
    }
    share = newShare;
  }
}
