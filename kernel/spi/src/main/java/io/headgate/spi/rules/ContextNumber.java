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
  /** How much of what it adds does not close a position of the account on this node. */
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
  MILLIS_TO_CLOSE(Unit.MILLIS);

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
