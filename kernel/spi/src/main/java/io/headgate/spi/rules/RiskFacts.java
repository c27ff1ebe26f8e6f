package io.headgate.spi.rules;

/** The facts of an {@link OrderContext} that the engine counts and adds up over time. */
public abstract class RiskFacts extends OrderFacts {

  RiskFacts() {}

  /** See {@link ContextText#PHASE}. */
  public String getPhase() {
    return texts[ContextText.PHASE.ordinal()];
  }

  /** See {@link ContextNumber#SPREAD_BPS}. */
  public long getSpreadBps() {
    return numbers[ContextNumber.SPREAD_BPS.ordinal()];
  }

  /** See {@link ContextNumber#RANGE_BPS}. */
  public long getRangeBps() {
    return numbers[ContextNumber.RANGE_BPS.ordinal()];
  }

  /** See {@link ContextNumber#PERIOD_DEVIATION_BPS}. */
  public long getPeriodDeviationBps() {
    return numbers[ContextNumber.PERIOD_DEVIATION_BPS.ordinal()];
  }

  /** See {@link ContextNumber#PASSIVE_DISTANCE_BPS}. */
  public long getPassiveDistanceBps() {
    return numbers[ContextNumber.PASSIVE_DISTANCE_BPS.ordinal()];
  }

  /** See {@link ContextNumber#BOOK_PERCENT}. */
  public long getBookPercent() {
    return numbers[ContextNumber.BOOK_PERCENT.ordinal()];
  }

  /** See {@link ContextNumber#ADV_PERCENT}. */
  public long getAdvPercent() {
    return numbers[ContextNumber.ADV_PERCENT.ordinal()];
  }

  /** See {@link ContextNumber#IN_FLIGHT_ORDERS}. */
  public long getInFlightOrders() {
    return numbers[ContextNumber.IN_FLIGHT_ORDERS.ordinal()];
  }

  /** See {@link ContextNumber#FIRM_MESSAGE_RATE}. */
  public long getFirmMessageRate() {
    return numbers[ContextNumber.FIRM_MESSAGE_RATE.ordinal()];
  }

  /** See {@link ContextNumber#TRADER_MESSAGE_RATE}. */
  public long getTraderMessageRate() {
    return numbers[ContextNumber.TRADER_MESSAGE_RATE.ordinal()];
  }

  /** See {@link ContextNumber#INSTRUMENT_MESSAGE_RATE}. */
  public long getInstrumentMessageRate() {
    return numbers[ContextNumber.INSTRUMENT_MESSAGE_RATE.ordinal()];
  }

  /** See {@link ContextNumber#REPEATED_EXECUTIONS}. */
  public long getRepeatedExecutions() {
    return numbers[ContextNumber.REPEATED_EXECUTIONS.ordinal()];
  }

  /** See {@link ContextNumber#DENIALS_LAST_MINUTE}. */
  public long getDenialsLastMinute() {
    return numbers[ContextNumber.DENIALS_LAST_MINUTE.ordinal()];
  }

  /** See {@link ContextNumber#MESSAGES_TODAY}. */
  public long getMessagesToday() {
    return numbers[ContextNumber.MESSAGES_TODAY.ordinal()];
  }

  /** See {@link ContextNumber#ORDER_TO_TRADE}. */
  public long getOrderToTrade() {
    return numbers[ContextNumber.ORDER_TO_TRADE.ordinal()];
  }

  /** See {@link ContextNumber#ACCOUNT_NET}. */
  public long getAccountNet() {
    return numbers[ContextNumber.ACCOUNT_NET.ordinal()];
  }

  /** See {@link ContextNumber#FIRM_NET}. */
  public long getFirmNet() {
    return numbers[ContextNumber.FIRM_NET.ordinal()];
  }

  /** See {@link ContextNumber#INSTRUMENT_GROSS}. */
  public long getInstrumentGross() {
    return numbers[ContextNumber.INSTRUMENT_GROSS.ordinal()];
  }

  /** See {@link ContextNumber#SECTOR_GROSS}. */
  public long getSectorGross() {
    return numbers[ContextNumber.SECTOR_GROSS.ordinal()];
  }

  /** See {@link ContextNumber#ACCOUNT_CREDIT}. */
  public long getAccountCredit() {
    return numbers[ContextNumber.ACCOUNT_CREDIT.ordinal()];
  }

  /** See {@link ContextNumber#FIRM_CREDIT}. */
  public long getFirmCredit() {
    return numbers[ContextNumber.FIRM_CREDIT.ordinal()];
  }

  /** See {@link ContextNumber#ACCOUNT_PNL}. */
  public long getAccountPnl() {
    return numbers[ContextNumber.ACCOUNT_PNL.ordinal()];
  }

  /** See {@link ContextNumber#DAY_LOSS}. */
  public long getDayLoss() {
    return numbers[ContextNumber.DAY_LOSS.ordinal()];
  }

  /** See {@link ContextNumber#DRAWDOWN}. */
  public long getDrawdown() {
    return numbers[ContextNumber.DRAWDOWN.ordinal()];
  }

  /** See {@link ContextNumber#FIRM_PNL}. */
  public long getFirmPnl() {
    return numbers[ContextNumber.FIRM_PNL.ordinal()];
  }

  /** See {@link ContextNumber#FIRM_DAY_LOSS}. */
  public long getFirmDayLoss() {
    return numbers[ContextNumber.FIRM_DAY_LOSS.ordinal()];
  }

  /** See {@link ContextNumber#DAY_ORDER_VALUE}. */
  public long getDayOrderValue() {
    return numbers[ContextNumber.DAY_ORDER_VALUE.ordinal()];
  }

  /** See {@link ContextNumber#SELF_MATCH_QUANTITY}. */
  public long getSelfMatchQuantity() {
    return numbers[ContextNumber.SELF_MATCH_QUANTITY.ordinal()];
  }

  /** See {@link ContextNumber#CROSS_MATCH_QUANTITY}. */
  public long getCrossMatchQuantity() {
    return numbers[ContextNumber.CROSS_MATCH_QUANTITY.ordinal()];
  }

  /** See {@link ContextNumber#ADV_NOTIONAL_PERCENT}. */
  public long getAdvNotionalPercent() {
    return numbers[ContextNumber.ADV_NOTIONAL_PERCENT.ordinal()];
  }

  /** See {@link ContextNumber#ADDED_VALUE}. */
  public long getAddedValue() {
    return numbers[ContextNumber.ADDED_VALUE.ordinal()];
  }

  /** See {@link ContextNumber#OWN_SHORT_POSITION}. */
  public long getOwnShortPosition() {
    return numbers[ContextNumber.OWN_SHORT_POSITION.ordinal()];
  }
}
