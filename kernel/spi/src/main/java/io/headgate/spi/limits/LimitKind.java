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
  RESTRICTED_OPENING_QTY(Unit.QTY, Long.MAX_VALUE, false),
  /** Smallest OrderQty of one order. */
  MIN_ORDER_QTY(Unit.QTY, 0, false),
  /** Largest OrderQty of one market order; 0: none at all. */
  MAX_MARKET_ORDER_QTY(Unit.QTY, Long.MAX_VALUE, false),
  /** Widest spread at which orders may come. */
  MAX_SPREAD(Unit.BPS, Long.MAX_VALUE, false),
  /** Most that the market may have moved within five minutes. */
  MAX_RANGE(Unit.BPS, Long.MAX_VALUE, false),
  /** How far a price may lie beyond the best price of the last five minutes. */
  PERIOD_COLLAR(Unit.BPS, Long.MAX_VALUE, false),
  /** How far a price may lie from the market on the side that waits. */
  PASSIVE_COLLAR(Unit.BPS, Long.MAX_VALUE, false),
  /** Largest share of the size at the best opposite price. */
  MAX_BOOK_PERCENT(Unit.PERCENT, Long.MAX_VALUE, false),
  /** What usually trades in a day: the measure of {@link #MAX_ADV_PERCENT}, no limit of its own. */
  AVERAGE_DAILY_VOLUME(Unit.QTY, Long.MAX_VALUE, false),
  /** Largest share of the average daily volume for one order. */
  MAX_ADV_PERCENT(Unit.PERCENT, Long.MAX_VALUE, false),
  /** What an order may add in a permitted instrument: 0 where it is not on the list. */
  PERMITTED_QTY(Unit.QTY, Long.MAX_VALUE, false),
  /** What may be sold short because it was located: 0 where nothing was. */
  LOCATED_QTY(Unit.QTY, Long.MAX_VALUE, false),
  /** Most requests of one account that no venue has answered. */
  MAX_IN_FLIGHT(Unit.COUNT, Long.MAX_VALUE, false),
  /** Most open orders of one account. */
  MAX_OPEN_ORDERS(Unit.COUNT, Long.MAX_VALUE, false),
  /** Most messages of all accounts within a second. */
  MAX_FIRM_RATE(Unit.PER_SECOND, Long.MAX_VALUE, false),
  /** Most messages of one trader within a second. */
  MAX_TRADER_RATE(Unit.PER_SECOND, Long.MAX_VALUE, false),
  /** Most messages in one instrument within a second. */
  MAX_INSTRUMENT_RATE(Unit.PER_SECOND, Long.MAX_VALUE, false),
  /**
   * Most orders of one strategy in one instrument on one side within a minute; a replace that adds
   * quantity, or whose price reaches further, is one.
   */
  MAX_REPEATED_EXECUTIONS(Unit.COUNT, Long.MAX_VALUE, false),
  /** Most denials of one strategy within a minute. */
  MAX_DENIALS(Unit.COUNT, Long.MAX_VALUE, false),
  /** Most messages for each trade of a day. */
  MAX_ORDER_TO_TRADE(Unit.COUNT, Long.MAX_VALUE, false),
  /** Largest net exposure of one account, to either side. */
  MAX_ACCOUNT_NET(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Largest net exposure of the firm, to either side. */
  MAX_FIRM_NET(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Largest exposure of one account in one instrument. */
  MAX_INSTRUMENT_GROSS(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Largest gross exposure of one account in one sector. */
  MAX_SECTOR_GROSS(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Credit of one account: its gross exposure and what it has lost today. */
  MAX_ACCOUNT_CREDIT(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Capital of the firm, used in the same way. */
  MAX_FIRM_CREDIT(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Most that one account may have lost on a trading day. */
  MAX_DAY_LOSS(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Most that it may have lost since it stood best on that day. */
  MAX_DRAWDOWN(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Most that the firm may have lost on a trading day. */
  MAX_FIRM_DAY_LOSS(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Largest notional of all orders of one account on a trading day. */
  MAX_DAY_VALUE(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** How much may trade with open orders of the same account. */
  MAX_SELF_MATCH(Unit.QTY, Long.MAX_VALUE, false),
  /** How much may trade with open orders of other accounts of the firm. */
  MAX_CROSS_MATCH(Unit.QTY, Long.MAX_VALUE, false),
  /** Time before the open in which the opening auction gathers orders. */
  OPENING_AUCTION(Unit.MILLIS, 0, false),
  /** Time before the close in which the closing auction gathers orders. */
  CLOSING_AUCTION(Unit.MILLIS, 0, false),
  /**
   * What is usually traded in a day, in the currency of the instrument: the measure of {@link
   * #MAX_ADV_NOTIONAL_PERCENT}, no limit of its own.
   */
  AVERAGE_DAILY_NOTIONAL(Unit.AMOUNT, Long.MAX_VALUE, false),
  /** Largest share of what is usually traded in a day, by notional. */
  MAX_ADV_NOTIONAL_PERCENT(Unit.PERCENT, Long.MAX_VALUE, false);

  /** Longest {@link #DUPLICATE_WINDOW}, milliseconds: so long is an accepted order remembered. */
  public static final long LONGEST_DUPLICATE_WINDOW_MILLIS = 600_000;

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
      case MAX_FIRM_RATE, MAX_TRADER_RATE, MAX_INSTRUMENT_RATE -> true;
      case MAX_IN_FLIGHT, MAX_OPEN_ORDERS, MAX_DAY_VALUE -> true;
      case MAX_ACCOUNT_NET, MAX_FIRM_NET, MAX_INSTRUMENT_GROSS, MAX_SECTOR_GROSS -> true;
      case MAX_ACCOUNT_CREDIT, MAX_FIRM_CREDIT -> true;
      case MAX_DAY_LOSS, MAX_DRAWDOWN, MAX_FIRM_DAY_LOSS -> true;
      case LOCATED_QTY -> true;
      default -> false;
    };
  }

  /**
   * Whether it is a window or a least: the largest of several is the tightest, and 0 is none at
   * all.
   */
  public boolean isWindow() {
    return switch (this) {
      case DUPLICATE_WINDOW, CLOSING_WINDOW, MIN_ORDER_QTY -> true;
      case OPENING_AUCTION, CLOSING_AUCTION -> true;
      default -> false;
    };
  }

  /**
   * Whether it permits rather than limits: of several rows with the same {@link LimitRow#who} the
   * largest counts, so that a list can stand beside a row of 0 for everything; between firm,
   * account, trader and strategy the tightest counts, as for every kind.
   */
  public boolean isPermission() {
    return this == PERMITTED_QTY || this == LOCATED_QTY;
  }

  /**
   * Whether it bounds what one trader or strategy does, whatever the order: of a replace by another
   * than whose order it is, the asker's counts alone.
   */
  public boolean isOfWhoAsks() {
    return switch (this) {
      case MAX_TRADER_RATE, MAX_STRATEGY_RATE, MAX_REPEATED_EXECUTIONS, MAX_DENIALS -> true;
      default -> false;
    };
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
