package io.headgate.spi.limits;

import io.headgate.model.decision.Unit;
import java.util.Locale;
import java.util.Optional;

/**
 * The limits that a limit file can set. In files and messages a kind is written as {@link #word}.
 */
public enum LimitKind {
  /** Largest OrderQty of one order. */
  MAX_ORDER_QTY(Unit.QTY, Long.MAX_VALUE, false),
  /** Largest notional of one order at its worst price. */
  MAX_ORDER_NOTIONAL(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** How far a price may lie beyond the reference price, on the side that costs. */
  PRICE_COLLAR(Unit.BPS, Long.MAX_VALUE, false),
  /** Largest long position in one instrument, open buys counted as filled. */
  MAX_LONG_POSITION(Unit.QTY, Long.MAX_VALUE, true),
  /** Largest short position in one instrument, open sells counted as filled. */
  MAX_SHORT_POSITION(Unit.QTY, Long.MAX_VALUE, true),
  /** Time within which the same order (all terms equal) counts as a duplicate. */
  DUPLICATE_WINDOW(Unit.MILLIS, 0, false),
  /** Largest gross exposure of one account, over all its instruments. */
  MAX_ACCOUNT_GROSS(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Largest gross exposure of the firm, over all accounts. */
  MAX_FIRM_GROSS(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Most messages of one account within a second. */
  MAX_ACCOUNT_RATE(Unit.PER_SECOND, Long.MAX_VALUE, false),
  /** Most messages of one strategy within a second. */
  MAX_STRATEGY_RATE(Unit.PER_SECOND, Long.MAX_VALUE, false),
  /** Largest age of the market data behind the reference price. */
  MAX_MARKET_AGE(Unit.MILLIS, Long.MAX_VALUE, false),
  /** How long before its session opens an order may come; 0: only while it is open. */
  MAX_BEFORE_OPEN(Unit.MILLIS, Long.MAX_VALUE, false),
  /** Time before the close within which no order may come. */
  CLOSING_WINDOW(Unit.MILLIS, 0, false),
  /** What an order may add in a restricted instrument: 0 where it may not trade at all. */
  RESTRICTED_QTY(Unit.QTY, Long.MAX_VALUE, false),
  /** What an order may add beyond closing a position: 0 where only closing is allowed. */
  RESTRICTED_OPENING_QTY(Unit.QTY, Long.MAX_VALUE, false);

  private final Unit unit;
  private final long absent;
  private final boolean additive;

  LimitKind(Unit unit, long absent, boolean additive) {
    this.unit = unit;
    this.absent = absent;
    this.additive = additive;
  }

  /** Unit of its values. */
  public Unit unit() {
    return unit;
  }

  /** Value that stands where no row applies: it never blocks. */
  public long absent() {
    return absent;
  }

  /** Whether usage adds up over orders and nodes, so that rights must be reserved. */
  public boolean additive() {
    return additive;
  }

  /**
   * Whether it holds over all nodes together, so that each node may use its equal part of it,
   * rounded down: {@link ResolvedLimits} has the part.
   */
  public boolean divided() {
    return switch (this) {
      case MAX_ACCOUNT_GROSS, MAX_FIRM_GROSS, MAX_ACCOUNT_RATE, MAX_STRATEGY_RATE -> true;
      default -> false;
    };
  }

  /** Whether it is a window: the largest of several is the tightest, and 0 is none at all. */
  public boolean isWindow() {
    return this == DUPLICATE_WINDOW || this == CLOSING_WINDOW;
  }

  /** Whether it restricts an instrument, rather than setting a number for it. */
  public boolean isRestriction() {
    return this == RESTRICTED_QTY || this == RESTRICTED_OPENING_QTY;
  }

  /** The word in limit files and messages, for example {@code max-order-qty}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a word. */
  public static Optional<LimitKind> ofWord(String word) {
    for (LimitKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
