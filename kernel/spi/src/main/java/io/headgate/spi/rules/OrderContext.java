package io.headgate.spi.rules;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One flat record of an order, its instrument, the market, the account's position and counters and
 * its limits: all that a rule may look at, and the only place where it may speak.
 *
 * <p>Reused by the engine for every order and valid during the call only. Filled through a {@link
 * ContextEditor} by who made it. Numbers are scaled longs in the unit of their {@link
 * ContextNumber}; limits in the unit of their {@link LimitKind}, {@link LimitKind#absent()} where
 * none applies. Not safe for use by several threads.
 */
public final class OrderContext {

  /** Verdicts kept in full; more only keep the order blocked. */
  public static final int MAX_VERDICTS = 64;

  final long[] numbers = new long[ContextNumber.values().length];
  final String[] texts = new String[ContextText.values().length];
  ResolvedLimits limits = ResolvedLimits.none();

  private final String[] rules = new String[MAX_VERDICTS];
  private final Severity[] severities = new Severity[MAX_VERDICTS];
  private final String[] reasons = new String[MAX_VERDICTS];
  private final long[] measured = new long[MAX_VERDICTS];
  private final long[] against = new long[MAX_VERDICTS];
  private final Unit[] units = new Unit[MAX_VERDICTS];
  private final String[] sources = new String[MAX_VERDICTS];
  private int verdictCount;
  private boolean blocked;
  private String rule = "";

  OrderContext() {
    Arrays.fill(texts, "");
  }

  void reset() {
    verdictCount = 0;
    blocked = false;
    rule = "";
  }

  /** Names the rule on whose behalf the next verdicts are given; called by the rule set. */
  public void beginRule(String name) {
    rule = name;
  }

  /** Blocks the order: the measured value is beyond its limit. */
  public void block(String reason, LimitKind kind, long value) {
    add(Severity.BLOCK, reason, value, limits.block(kind), kind.unit(), limits.source(kind));
  }

  /** Blocks the order for a value that is held against something other than a limit file. */
  public void block(String reason, long value, long limit, Unit unit) {
    add(Severity.BLOCK, reason, value, limit, unit, "");
  }

  /** Warns: the measured value is beyond its warning limit. */
  public void warn(String reason, LimitKind kind, long value) {
    add(Severity.WARN, reason, value, limits.warn(kind), kind.unit(), limits.source(kind));
  }

  /** Warns of a value that is held against something other than a limit file. */
  public void warn(String reason, long value, long limit, Unit unit) {
    add(Severity.WARN, reason, value, limit, unit, "");
  }

  private void add(
      Severity severity, String reason, long value, long limit, Unit unit, String source) {
    blocked |= severity == Severity.BLOCK;
    if (verdictCount == MAX_VERDICTS) {
      return;
    }
    rules[verdictCount] = rule;
    severities[verdictCount] = severity;
    reasons[verdictCount] = reason;
    measured[verdictCount] = value;
    against[verdictCount] = limit;
    units[verdictCount] = unit;
    sources[verdictCount] = source;
    verdictCount++;
  }

  /** Whether any rule has blocked the order. */
  public boolean isBlocked() {
    return blocked;
  }

  /** Number of verdicts so far, at most {@link #MAX_VERDICTS}. */
  public int verdictCount() {
    return verdictCount;
  }

  /** The verdicts so far, in the order in which they were given. */
  public List<Verdict> verdicts() {
    if (verdictCount == 0) {
      return List.of();
    }
    List<Verdict> verdicts = new ArrayList<>(verdictCount);
    for (int i = 0; i < verdictCount; i++) {
      verdicts.add(
          new Verdict(
              rules[i], severities[i], reasons[i], measured[i], against[i], units[i], sources[i]));
    }
    return verdicts;
  }

  /** A number by its field, for tools and explanations. */
  public long number(ContextNumber field) {
    return numbers[field.ordinal()];
  }

  /** A text by its field, for tools and explanations. */
  public String text(ContextText field) {
    return texts[field.ordinal()];
  }

  /** The limits of this order. */
  public ResolvedLimits limits() {
    return limits;
  }

  /** A copy of everything that rules can see, for the journal. */
  public ContextImage image() {
    return new ContextImage(numbers, texts, limits);
  }

  /** Whether it buys. */
  public boolean isBuy() {
    return "BUY".equals(texts[ContextText.SIDE.ordinal()]);
  }

  /** Whether it changes an open order. */
  public boolean isReplace() {
    return "REPLACE".equals(texts[ContextText.REQUEST.ordinal()]);
  }

  /** See {@link ContextText#ACCOUNT}. */
  public String getAccount() {
    return texts[ContextText.ACCOUNT.ordinal()];
  }

  /** See {@link ContextText#TRADER}. */
  public String getTrader() {
    return texts[ContextText.TRADER.ordinal()];
  }

  /** See {@link ContextText#STRATEGY}. */
  public String getStrategy() {
    return texts[ContextText.STRATEGY.ordinal()];
  }

  /** See {@link ContextText#INSTRUMENT}. */
  public String getInstrument() {
    return texts[ContextText.INSTRUMENT.ordinal()];
  }

  /** See {@link ContextText#SYMBOL}. */
  public String getSymbol() {
    return texts[ContextText.SYMBOL.ordinal()];
  }

  /** See {@link ContextText#VENUE}. */
  public String getVenue() {
    return texts[ContextText.VENUE.ordinal()];
  }

  /** See {@link ContextText#SECTOR}. */
  public String getSector() {
    return texts[ContextText.SECTOR.ordinal()];
  }

  /** See {@link ContextText#CURRENCY}. */
  public String getCurrency() {
    return texts[ContextText.CURRENCY.ordinal()];
  }

  /** See {@link ContextText#ASSET_CLASS}. */
  public String getAssetClass() {
    return texts[ContextText.ASSET_CLASS.ordinal()];
  }

  /** See {@link ContextText#SIDE}. */
  public String getSide() {
    return texts[ContextText.SIDE.ordinal()];
  }

  /** See {@link ContextText#ORD_TYPE}. */
  public String getOrdType() {
    return texts[ContextText.ORD_TYPE.ordinal()];
  }

  /** See {@link ContextText#TIME_IN_FORCE}. */
  public String getTimeInForce() {
    return texts[ContextText.TIME_IN_FORCE.ordinal()];
  }

  /** See {@link ContextText#REQUEST}. */
  public String getRequest() {
    return texts[ContextText.REQUEST.ordinal()];
  }

  /** See {@link ContextNumber#QUANTITY}. */
  public long getQuantity() {
    return numbers[ContextNumber.QUANTITY.ordinal()];
  }

  /** See {@link ContextNumber#ADDED_QUANTITY}. */
  public long getAddedQuantity() {
    return numbers[ContextNumber.ADDED_QUANTITY.ordinal()];
  }

  /** See {@link ContextNumber#LIMIT_PRICE}. */
  public long getLimitPrice() {
    return numbers[ContextNumber.LIMIT_PRICE.ordinal()];
  }

  /** See {@link ContextNumber#WORST_PRICE}. */
  public long getWorstPrice() {
    return numbers[ContextNumber.WORST_PRICE.ordinal()];
  }

  /** See {@link ContextNumber#NOTIONAL}. */
  public long getNotional() {
    return numbers[ContextNumber.NOTIONAL.ordinal()];
  }

  /** See {@link ContextNumber#TICK_SIZE}. */
  public long getTickSize() {
    return numbers[ContextNumber.TICK_SIZE.ordinal()];
  }

  /** See {@link ContextNumber#LOT_SIZE}. */
  public long getLotSize() {
    return numbers[ContextNumber.LOT_SIZE.ordinal()];
  }

  /** See {@link ContextNumber#MULTIPLIER}. */
  public long getMultiplier() {
    return numbers[ContextNumber.MULTIPLIER.ordinal()];
  }

  /** See {@link ContextNumber#BID_PRICE}. */
  public long getBidPrice() {
    return numbers[ContextNumber.BID_PRICE.ordinal()];
  }

  /** See {@link ContextNumber#BID_SIZE}. */
  public long getBidSize() {
    return numbers[ContextNumber.BID_SIZE.ordinal()];
  }

  /** See {@link ContextNumber#ASK_PRICE}. */
  public long getAskPrice() {
    return numbers[ContextNumber.ASK_PRICE.ordinal()];
  }

  /** See {@link ContextNumber#ASK_SIZE}. */
  public long getAskSize() {
    return numbers[ContextNumber.ASK_SIZE.ordinal()];
  }

  /** See {@link ContextNumber#LAST_PRICE}. */
  public long getLastPrice() {
    return numbers[ContextNumber.LAST_PRICE.ordinal()];
  }

  /** See {@link ContextNumber#REFERENCE_PRICE}. */
  public long getReferencePrice() {
    return numbers[ContextNumber.REFERENCE_PRICE.ordinal()];
  }

  /** See {@link ContextNumber#MARKET_AGE_MILLIS}. */
  public long getMarketAgeMillis() {
    return numbers[ContextNumber.MARKET_AGE_MILLIS.ordinal()];
  }

  /** See {@link ContextNumber#PRICE_DEVIATION_BPS}. */
  public long getPriceDeviationBps() {
    return numbers[ContextNumber.PRICE_DEVIATION_BPS.ordinal()];
  }

  /** See {@link ContextNumber#POSITION}. */
  public long getPosition() {
    return numbers[ContextNumber.POSITION.ordinal()];
  }

  /** See {@link ContextNumber#OWN_POSITION}. */
  public long getOwnPosition() {
    return numbers[ContextNumber.OWN_POSITION.ordinal()];
  }

  /** See {@link ContextNumber#OPEN_BUY_QUANTITY}. */
  public long getOpenBuyQuantity() {
    return numbers[ContextNumber.OPEN_BUY_QUANTITY.ordinal()];
  }

  /** See {@link ContextNumber#OPEN_SELL_QUANTITY}. */
  public long getOpenSellQuantity() {
    return numbers[ContextNumber.OPEN_SELL_QUANTITY.ordinal()];
  }

  /** See {@link ContextNumber#WORST_LONG_POSITION}. */
  public long getWorstLongPosition() {
    return numbers[ContextNumber.WORST_LONG_POSITION.ordinal()];
  }

  /** See {@link ContextNumber#WORST_SHORT_POSITION}. */
  public long getWorstShortPosition() {
    return numbers[ContextNumber.WORST_SHORT_POSITION.ordinal()];
  }

  /** See {@link ContextNumber#DUPLICATE_AGE_MILLIS}. */
  public long getDuplicateAgeMillis() {
    return numbers[ContextNumber.DUPLICATE_AGE_MILLIS.ordinal()];
  }

  /** See {@link ContextNumber#ORDERS_LAST_SECOND}. */
  public long getOrdersLastSecond() {
    return numbers[ContextNumber.ORDERS_LAST_SECOND.ordinal()];
  }

  /** See {@link ContextNumber#OPEN_ORDERS}. */
  public long getOpenOrders() {
    return numbers[ContextNumber.OPEN_ORDERS.ordinal()];
  }

  /** See {@link ContextNumber#DECISION_MILLIS}. */
  public long getDecisionMillis() {
    return numbers[ContextNumber.DECISION_MILLIS.ordinal()];
  }

  /** Blocking limit, see {@link LimitKind#MAX_ORDER_QTY}. */
  public long getMaxOrderQty() {
    return limits.block(LimitKind.MAX_ORDER_QTY);
  }

  /** Warning limit, see {@link LimitKind#MAX_ORDER_QTY}. */
  public long getWarnMaxOrderQty() {
    return limits.warn(LimitKind.MAX_ORDER_QTY);
  }

  /** Blocking limit, see {@link LimitKind#MAX_ORDER_NOTIONAL}. */
  public long getMaxOrderNotional() {
    return limits.block(LimitKind.MAX_ORDER_NOTIONAL);
  }

  /** Warning limit, see {@link LimitKind#MAX_ORDER_NOTIONAL}. */
  public long getWarnMaxOrderNotional() {
    return limits.warn(LimitKind.MAX_ORDER_NOTIONAL);
  }

  /** Blocking limit, see {@link LimitKind#PRICE_COLLAR}. */
  public long getPriceCollar() {
    return limits.block(LimitKind.PRICE_COLLAR);
  }

  /** Warning limit, see {@link LimitKind#PRICE_COLLAR}. */
  public long getWarnPriceCollar() {
    return limits.warn(LimitKind.PRICE_COLLAR);
  }

  /** Blocking limit, see {@link LimitKind#MAX_LONG_POSITION}. */
  public long getMaxLongPosition() {
    return limits.block(LimitKind.MAX_LONG_POSITION);
  }

  /** Warning limit, see {@link LimitKind#MAX_LONG_POSITION}. */
  public long getWarnMaxLongPosition() {
    return limits.warn(LimitKind.MAX_LONG_POSITION);
  }

  /** Blocking limit, see {@link LimitKind#MAX_SHORT_POSITION}. */
  public long getMaxShortPosition() {
    return limits.block(LimitKind.MAX_SHORT_POSITION);
  }

  /** Warning limit, see {@link LimitKind#MAX_SHORT_POSITION}. */
  public long getWarnMaxShortPosition() {
    return limits.warn(LimitKind.MAX_SHORT_POSITION);
  }

  /** Blocking limit, see {@link LimitKind#DUPLICATE_WINDOW}. */
  public long getDuplicateWindow() {
    return limits.block(LimitKind.DUPLICATE_WINDOW);
  }

  /** Warning limit, see {@link LimitKind#DUPLICATE_WINDOW}. */
  public long getWarnDuplicateWindow() {
    return limits.warn(LimitKind.DUPLICATE_WINDOW);
  }
}
