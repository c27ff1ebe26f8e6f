package io.headgate.spi.rules;

import io.headgate.model.decision.Unit;
import java.util.Locale;

/**
 * The numbers of an {@link OrderContext}; each is read in rules by the name of its getter, for
 * example {@code worstLongPosition}.
 */
public enum ContextNumber {
  /** OrderQty: the new total of a replace. */
  QUANTITY(Unit.QTY),
  /** How much the request adds to what can still fill: OrderQty, or the increase of a replace. */
  ADDED_QUANTITY(Unit.QTY),
  /** Price of a limit order; 0 for a market order. */
  LIMIT_PRICE(Unit.PRICE),
  /** Worst price at which it can fill: its limit, or the collar's bound for a market order. */
  WORST_PRICE(Unit.PRICE),
  /** What can still fill × worst price × multiplier × FX, in the account's currency. */
  NOTIONAL(Unit.AMOUNT),
  /** Price step of the instrument. */
  TICK_SIZE(Unit.PRICE),
  /** Quantity step of the instrument. */
  LOT_SIZE(Unit.QTY),
  /** Contract multiplier. */
  MULTIPLIER(Unit.QTY),
  /** Best bid; 0 where there is none. */
  BID_PRICE(Unit.PRICE),
  /** Size at the best bid. */
  BID_SIZE(Unit.QTY),
  /** Best offer; 0 where there is none. */
  ASK_PRICE(Unit.PRICE),
  /** Size at the best offer. */
  ASK_SIZE(Unit.QTY),
  /** Price of the last trade; 0 where there was none. */
  LAST_PRICE(Unit.PRICE),
  /** Mid of a two-sided quote, else the last trade or the one side that there is. */
  REFERENCE_PRICE(Unit.PRICE),
  /** Age of the market data that the reference price comes from. */
  MARKET_AGE_MILLIS(Unit.MILLIS),
  /**
   * How far the worst price lies beyond the reference on the side that costs; below 0 is passive.
   */
  PRICE_DEVIATION_BPS(Unit.BPS),
  /** Signed position of the account in the instrument, all nodes. */
  POSITION(Unit.QTY),
  /** The same, this node's share. */
  OWN_POSITION(Unit.QTY),
  /** What the account's open buys on this node can still fill, without this request. */
  OPEN_BUY_QUANTITY(Unit.QTY),
  /** What the account's open sells on this node can still fill, without this request. */
  OPEN_SELL_QUANTITY(Unit.QTY),
  /** Long position if every open buy and this request fill, and no sell does; 0 for a sell. */
  WORST_LONG_POSITION(Unit.QTY),
  /** Short position (above 0) if every open sell and this request fill, no buy; 0 for a buy. */
  WORST_SHORT_POSITION(Unit.QTY),
  /**
   * Time since the last accepted order with the same account, instrument and terms; huge if none.
   */
  DUPLICATE_AGE_MILLIS(Unit.MILLIS),
  /** Requests of the account on this node within the last second, this one included. */
  ORDERS_LAST_SECOND(Unit.COUNT),
  /** Open orders of the account on this node. */
  OPEN_ORDERS(Unit.COUNT),
  /** Time of the decision, UTC milliseconds since 1970. */
  DECISION_MILLIS(Unit.MILLIS),
  /**
   * Gross exposure of the account on this node if this request and every open order that can make
   * it larger fill: Σ over instruments of |worst position| × price × multiplier × FX, in the
   * account's currency. The price is the mark, or the worst price of an open order where that is
   * higher.
   */
  ACCOUNT_GROSS(Unit.AMOUNT),
  /** By how much this request can raise {@link #ACCOUNT_GROSS}; 0 if it only reduces. */
  ADDED_GROSS(Unit.AMOUNT),
  /** The same as {@link #ACCOUNT_GROSS} over all accounts, in the firm's currency. */
  FIRM_GROSS(Unit.AMOUNT),
  /** By how much this request can raise {@link #FIRM_GROSS}; 0 if it only reduces. */
  ADDED_FIRM_GROSS(Unit.AMOUNT),
  /**
   * How much of what it adds does not close a position of the account on this node; of a replace
   * whose price reaches further, how much of all that it can still fill.
   */
  OPENING_QUANTITY(Unit.QTY),
  /**
   * Messages of the account that this node let out within the last second (orders, replaces,
   * cancels), with this one.
   */
  ACCOUNT_MESSAGE_RATE(Unit.PER_SECOND),
  /** The same of its strategy; {@code -}, a person's orders, counts as one strategy. */
  STRATEGY_MESSAGE_RATE(Unit.PER_SECOND),
  /** Time until the instrument's session opens; 0 while it is open, huge if it never does. */
  MILLIS_TO_OPEN(Unit.MILLIS),
  /** Time until its session closes; 0 while it is closed, huge if it never does. */
  MILLIS_TO_CLOSE(Unit.MILLIS),
  /** Best offer less best bid, over the mid; below 0 where they cross; 0 without two sides. */
  SPREAD_BPS(Unit.BPS),
  /** Highest less lowest reference price of the last five minutes, over the lowest. */
  RANGE_BPS(Unit.BPS),
  /**
   * How far the worst price lies beyond the price of the last five minutes that was best for the
   * side: the lowest for a buy, the highest for a sell.
   */
  PERIOD_DEVIATION_BPS(Unit.BPS),
  /** How far the worst price lies on the side that waits; 0 where it reaches the reference. */
  PASSIVE_DISTANCE_BPS(Unit.BPS),
  /**
   * What it adds as a share of the size at the best opposite price, or all that it can still fill
   * where a replace's price reaches further; 0 where none is shown.
   */
  BOOK_PERCENT(Unit.PERCENT),
  /**
   * Its quantity as a share of {@link io.headgate.spi.limits.LimitKind#AVERAGE_DAILY_VOLUME}; huge
   * where no row gives that.
   */
  ADV_PERCENT(Unit.PERCENT),
  /** Requests of the account that no venue has answered yet, with this one. */
  IN_FLIGHT_ORDERS(Unit.COUNT),
  /** As {@link #ACCOUNT_MESSAGE_RATE}, of all accounts. */
  FIRM_MESSAGE_RATE(Unit.PER_SECOND),
  /** The same of its trader; {@code -} counts as one. */
  TRADER_MESSAGE_RATE(Unit.PER_SECOND),
  /** The same in its instrument, of all accounts. */
  INSTRUMENT_MESSAGE_RATE(Unit.PER_SECOND),
  /**
   * Orders of its strategy in this instrument on this side that were let out within the last minute
   * and since people have last re-armed the strategy, with this one. A replace that adds quantity,
   * or whose price reaches further, counts as one; 0 for another replace, and for a person's order.
   */
  REPEATED_EXECUTIONS(Unit.COUNT),
  /**
   * Orders of its strategy denied within the last minute and since it was last re-armed; 0 for a
   * person's order.
   */
  DENIALS_LAST_MINUTE(Unit.COUNT),
  /**
   * Messages of the account in the instrument that this node let out since the trading day began,
   * with this one.
   */
  MESSAGES_TODAY(Unit.COUNT),
  /**
   * {@link #MESSAGES_TODAY} for each trade of the day, rounded up; without a trade, all of them.
   */
  ORDER_TO_TRADE(Unit.COUNT),
  /**
   * Net exposure of the account on this node if this request and every open order of its side fill,
   * and no other: long for a buy, short (above 0) for a sell; in the account's currency.
   */
  ACCOUNT_NET(Unit.AMOUNT),
  /** The same over all accounts, in the firm's currency. */
  FIRM_NET(Unit.AMOUNT),
  /** The part of {@link #ACCOUNT_GROSS} that lies in this instrument. */
  INSTRUMENT_GROSS(Unit.AMOUNT),
  /** The part of {@link #ACCOUNT_GROSS} that lies in the sector of this instrument. */
  SECTOR_GROSS(Unit.AMOUNT),
  /** Credit that the account uses: {@link #ACCOUNT_GROSS} and what it has lost today. */
  ACCOUNT_CREDIT(Unit.AMOUNT),
  /** Capital that the firm uses: {@link #FIRM_GROSS} and what it has lost today. */
  FIRM_CREDIT(Unit.AMOUNT),
  /**
   * Realised and open P&amp;L of the account on this node less fees, since the start of its
   * journal.
   */
  ACCOUNT_PNL(Unit.AMOUNT),
  /** What it has lost since the trading day began; below 0 is a profit. */
  DAY_LOSS(Unit.AMOUNT),
  /** What it has lost since it stood best on this trading day. */
  DRAWDOWN(Unit.AMOUNT),
  /** As {@link #ACCOUNT_PNL} over all accounts, in the firm's currency. */
  FIRM_PNL(Unit.AMOUNT),
  /** As {@link #DAY_LOSS} over all accounts, in the firm's currency. */
  FIRM_DAY_LOSS(Unit.AMOUNT),
  /**
   * Notional of the account's orders that this node let out since the trading day began, with this
   * one, filled or not; of a replace counts the quantity that it adds, or the rise of its notional
   * where that is more.
   */
  DAY_ORDER_VALUE(Unit.AMOUNT),
  /**
   * How much of the account's own open orders on the other side it could trade with; of a replace
   * whose price reaches no further, with what it adds.
   */
  SELF_MATCH_QUANTITY(Unit.QTY),
  /** The same of other accounts of the firm. */
  CROSS_MATCH_QUANTITY(Unit.QTY),
  /**
   * Its notional at the price that it is charged at, in the currency of the instrument, as a share
   * of {@link io.headgate.spi.limits.LimitKind#AVERAGE_DAILY_NOTIONAL}; where no row gives that, of
   * {@link io.headgate.spi.limits.LimitKind#AVERAGE_DAILY_VOLUME} at the reference price; huge
   * where no row gives either.
   */
  ADV_NOTIONAL_PERCENT(Unit.PERCENT),
  /**
   * What the request adds to {@link #DAY_ORDER_VALUE}: all of its notional; of a replace the
   * notional of the quantity that it adds, or the rise of its notional where that is more; 0 where
   * it adds neither.
   */
  ADDED_VALUE(Unit.AMOUNT),
  /**
   * Short position (above 0) of the account on this node alone if every open sell and this request
   * fill, and no buy does; 0 for a buy.
   */
  OWN_SHORT_POSITION(Unit.QTY);

  private final Unit unit;

  ContextNumber(Unit unit) {
    this.unit = unit;
  }

  /** Unit of the number. */
  public Unit unit() {
    return unit;
  }

  /** Name in rules and examples, for example {@code worstLongPosition}. */
  public String property() {
    return ContextText.camelCase(name().toLowerCase(Locale.ROOT));
  }
}
