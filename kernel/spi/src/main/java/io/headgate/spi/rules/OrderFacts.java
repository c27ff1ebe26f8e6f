package io.headgate.spi.rules;

import java.util.Arrays;

/**
 * The facts of an {@link OrderContext}: the order, its instrument, the market, the account. Rules
 * read them by the names of the getters.
 */
public abstract class OrderFacts {

  final long[] numbers = new long[ContextNumber.values().length];
  final String[] texts = new String[ContextText.values().length];

  OrderFacts() {
    Arrays.fill(texts, "");
  }

  /** A number by its field, for tools and explanations. */
  public final long number(ContextNumber field) {
    return numbers[field.ordinal()];
  }

  /** A text by its field, for tools and explanations. */
  public final String text(ContextText field) {
    return texts[field.ordinal()];
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

  /** See {@link ContextNumber#ACCOUNT_GROSS}. */
  public long getAccountGross() {
    return numbers[ContextNumber.ACCOUNT_GROSS.ordinal()];
  }

  /** See {@link ContextNumber#ADDED_GROSS}. */
  public long getAddedGross() {
    return numbers[ContextNumber.ADDED_GROSS.ordinal()];
  }

  /** See {@link ContextNumber#FIRM_GROSS}. */
  public long getFirmGross() {
    return numbers[ContextNumber.FIRM_GROSS.ordinal()];
  }

  /** See {@link ContextNumber#ADDED_FIRM_GROSS}. */
  public long getAddedFirmGross() {
    return numbers[ContextNumber.ADDED_FIRM_GROSS.ordinal()];
  }

  /** See {@link ContextNumber#OPENING_QUANTITY}. */
  public long getOpeningQuantity() {
    return numbers[ContextNumber.OPENING_QUANTITY.ordinal()];
  }

  /** See {@link ContextNumber#ACCOUNT_MESSAGE_RATE}. */
  public long getAccountMessageRate() {
    return numbers[ContextNumber.ACCOUNT_MESSAGE_RATE.ordinal()];
  }

  /** See {@link ContextNumber#STRATEGY_MESSAGE_RATE}. */
  public long getStrategyMessageRate() {
    return numbers[ContextNumber.STRATEGY_MESSAGE_RATE.ordinal()];
  }

  /** See {@link ContextNumber#MILLIS_TO_OPEN}. */
  public long getMillisToOpen() {
    return numbers[ContextNumber.MILLIS_TO_OPEN.ordinal()];
  }

  /** See {@link ContextNumber#MILLIS_TO_CLOSE}. */
  public long getMillisToClose() {
    return numbers[ContextNumber.MILLIS_TO_CLOSE.ordinal()];
  }
}
