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
  DUPLICATE_WINDOW(Unit.MILLIS, 0, false);

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
