package io.headgate.spi.rules;

import io.headgate.spi.limits.LimitKind;

/** Further limits of an {@link OrderContext}: paces, losses, credit, concentration, lists. */
public abstract class GuardedFacts extends LimitedFacts {

  GuardedFacts() {}

  /** Blocking limit, see {@link LimitKind#MIN_ORDER_QTY}. */
  public long getMinOrderQty() {
    return limits.block(LimitKind.MIN_ORDER_QTY);
  }

  /** Warning limit, see {@link LimitKind#MIN_ORDER_QTY}. */
  public long getWarnMinOrderQty() {
    return limits.warn(LimitKind.MIN_ORDER_QTY);
  }

  /** Blocking limit, see {@link LimitKind#MAX_MARKET_ORDER_QTY}. */
  public long getMaxMarketOrderQty() {
    return limits.block(LimitKind.MAX_MARKET_ORDER_QTY);
  }

  /** Warning limit, see {@link LimitKind#MAX_MARKET_ORDER_QTY}. */
  public long getWarnMaxMarketOrderQty() {
    return limits.warn(LimitKind.MAX_MARKET_ORDER_QTY);
  }

  /** Blocking limit, see {@link LimitKind#MAX_SPREAD}. */
  public long getMaxSpread() {
    return limits.block(LimitKind.MAX_SPREAD);
  }

  /** Warning limit, see {@link LimitKind#MAX_SPREAD}. */
  public long getWarnMaxSpread() {
    return limits.warn(LimitKind.MAX_SPREAD);
  }

  /** Blocking limit, see {@link LimitKind#MAX_RANGE}. */
  public long getMaxRange() {
    return limits.block(LimitKind.MAX_RANGE);
  }

  /** Warning limit, see {@link LimitKind#MAX_RANGE}. */
  public long getWarnMaxRange() {
    return limits.warn(LimitKind.MAX_RANGE);
  }

  /** Blocking limit, see {@link LimitKind#PERIOD_COLLAR}. */
  public long getPeriodCollar() {
    return limits.block(LimitKind.PERIOD_COLLAR);
  }

  /** Warning limit, see {@link LimitKind#PERIOD_COLLAR}. */
  public long getWarnPeriodCollar() {
    return limits.warn(LimitKind.PERIOD_COLLAR);
  }

  /** Blocking limit, see {@link LimitKind#PASSIVE_COLLAR}. */
  public long getPassiveCollar() {
    return limits.block(LimitKind.PASSIVE_COLLAR);
  }

  /** Warning limit, see {@link LimitKind#PASSIVE_COLLAR}. */
  public long getWarnPassiveCollar() {
    return limits.warn(LimitKind.PASSIVE_COLLAR);
  }

  /** Blocking limit, see {@link LimitKind#MAX_BOOK_PERCENT}. */
  public long getMaxBookPercent() {
    return limits.block(LimitKind.MAX_BOOK_PERCENT);
  }

  /** Warning limit, see {@link LimitKind#MAX_BOOK_PERCENT}. */
  public long getWarnMaxBookPercent() {
    return limits.warn(LimitKind.MAX_BOOK_PERCENT);
  }

  /** Blocking limit, see {@link LimitKind#AVERAGE_DAILY_VOLUME}. */
  public long getAverageDailyVolume() {
    return limits.block(LimitKind.AVERAGE_DAILY_VOLUME);
  }

  /** Warning limit, see {@link LimitKind#AVERAGE_DAILY_VOLUME}. */
  public long getWarnAverageDailyVolume() {
    return limits.warn(LimitKind.AVERAGE_DAILY_VOLUME);
  }

  /** Blocking limit, see {@link LimitKind#MAX_ADV_PERCENT}. */
  public long getMaxAdvPercent() {
    return limits.block(LimitKind.MAX_ADV_PERCENT);
  }

  /** Warning limit, see {@link LimitKind#MAX_ADV_PERCENT}. */
  public long getWarnMaxAdvPercent() {
    return limits.warn(LimitKind.MAX_ADV_PERCENT);
  }

  /** Blocking limit, see {@link LimitKind#PERMITTED_QTY}. */
  public long getPermittedQty() {
    return limits.block(LimitKind.PERMITTED_QTY);
  }

  /** Warning limit, see {@link LimitKind#PERMITTED_QTY}. */
  public long getWarnPermittedQty() {
    return limits.warn(LimitKind.PERMITTED_QTY);
  }

  /** Blocking limit, see {@link LimitKind#LOCATED_QTY}. */
  public long getLocatedQty() {
    return limits.block(LimitKind.LOCATED_QTY);
  }

  /** Warning limit, see {@link LimitKind#LOCATED_QTY}. */
  public long getWarnLocatedQty() {
    return limits.warn(LimitKind.LOCATED_QTY);
  }

  /** Blocking limit, see {@link LimitKind#MAX_IN_FLIGHT}. */
  public long getMaxInFlight() {
    return limits.block(LimitKind.MAX_IN_FLIGHT);
  }

  /** Warning limit, see {@link LimitKind#MAX_IN_FLIGHT}. */
  public long getWarnMaxInFlight() {
    return limits.warn(LimitKind.MAX_IN_FLIGHT);
  }

  /** Blocking limit, see {@link LimitKind#MAX_OPEN_ORDERS}. */
  public long getMaxOpenOrders() {
    return limits.block(LimitKind.MAX_OPEN_ORDERS);
  }

  /** Warning limit, see {@link LimitKind#MAX_OPEN_ORDERS}. */
  public long getWarnMaxOpenOrders() {
    return limits.warn(LimitKind.MAX_OPEN_ORDERS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_FIRM_RATE}. */
  public long getMaxFirmRate() {
    return limits.block(LimitKind.MAX_FIRM_RATE);
  }

  /** Warning limit, see {@link LimitKind#MAX_FIRM_RATE}. */
  public long getWarnMaxFirmRate() {
    return limits.warn(LimitKind.MAX_FIRM_RATE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_TRADER_RATE}. */
  public long getMaxTraderRate() {
    return limits.block(LimitKind.MAX_TRADER_RATE);
  }

  /** Warning limit, see {@link LimitKind#MAX_TRADER_RATE}. */
  public long getWarnMaxTraderRate() {
    return limits.warn(LimitKind.MAX_TRADER_RATE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_INSTRUMENT_RATE}. */
  public long getMaxInstrumentRate() {
    return limits.block(LimitKind.MAX_INSTRUMENT_RATE);
  }

  /** Warning limit, see {@link LimitKind#MAX_INSTRUMENT_RATE}. */
  public long getWarnMaxInstrumentRate() {
    return limits.warn(LimitKind.MAX_INSTRUMENT_RATE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_REPEATED_EXECUTIONS}. */
  public long getMaxRepeatedExecutions() {
    return limits.block(LimitKind.MAX_REPEATED_EXECUTIONS);
  }

  /** Warning limit, see {@link LimitKind#MAX_REPEATED_EXECUTIONS}. */
  public long getWarnMaxRepeatedExecutions() {
    return limits.warn(LimitKind.MAX_REPEATED_EXECUTIONS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_DENIALS}. */
  public long getMaxDenials() {
    return limits.block(LimitKind.MAX_DENIALS);
  }

  /** Warning limit, see {@link LimitKind#MAX_DENIALS}. */
  public long getWarnMaxDenials() {
    return limits.warn(LimitKind.MAX_DENIALS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_ORDER_TO_TRADE}. */
  public long getMaxOrderToTrade() {
    return limits.block(LimitKind.MAX_ORDER_TO_TRADE);
  }

  /** Warning limit, see {@link LimitKind#MAX_ORDER_TO_TRADE}. */
  public long getWarnMaxOrderToTrade() {
    return limits.warn(LimitKind.MAX_ORDER_TO_TRADE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_ACCOUNT_NET}. */
  public long getMaxAccountNet() {
    return limits.block(LimitKind.MAX_ACCOUNT_NET);
  }

  /** Warning limit, see {@link LimitKind#MAX_ACCOUNT_NET}. */
  public long getWarnMaxAccountNet() {
    return limits.warn(LimitKind.MAX_ACCOUNT_NET);
  }

  /** Blocking limit, see {@link LimitKind#MAX_FIRM_NET}. */
  public long getMaxFirmNet() {
    return limits.block(LimitKind.MAX_FIRM_NET);
  }

  /** Warning limit, see {@link LimitKind#MAX_FIRM_NET}. */
  public long getWarnMaxFirmNet() {
    return limits.warn(LimitKind.MAX_FIRM_NET);
  }

  /** Blocking limit, see {@link LimitKind#MAX_INSTRUMENT_GROSS}. */
  public long getMaxInstrumentGross() {
    return limits.block(LimitKind.MAX_INSTRUMENT_GROSS);
  }

  /** Warning limit, see {@link LimitKind#MAX_INSTRUMENT_GROSS}. */
  public long getWarnMaxInstrumentGross() {
    return limits.warn(LimitKind.MAX_INSTRUMENT_GROSS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_SECTOR_GROSS}. */
  public long getMaxSectorGross() {
    return limits.block(LimitKind.MAX_SECTOR_GROSS);
  }

  /** Warning limit, see {@link LimitKind#MAX_SECTOR_GROSS}. */
  public long getWarnMaxSectorGross() {
    return limits.warn(LimitKind.MAX_SECTOR_GROSS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_ACCOUNT_CREDIT}. */
  public long getMaxAccountCredit() {
    return limits.block(LimitKind.MAX_ACCOUNT_CREDIT);
  }

  /** Warning limit, see {@link LimitKind#MAX_ACCOUNT_CREDIT}. */
  public long getWarnMaxAccountCredit() {
    return limits.warn(LimitKind.MAX_ACCOUNT_CREDIT);
  }

  /** Blocking limit, see {@link LimitKind#MAX_FIRM_CREDIT}. */
  public long getMaxFirmCredit() {
    return limits.block(LimitKind.MAX_FIRM_CREDIT);
  }

  /** Warning limit, see {@link LimitKind#MAX_FIRM_CREDIT}. */
  public long getWarnMaxFirmCredit() {
    return limits.warn(LimitKind.MAX_FIRM_CREDIT);
  }

  /** Blocking limit, see {@link LimitKind#MAX_DAY_LOSS}. */
  public long getMaxDayLoss() {
    return limits.block(LimitKind.MAX_DAY_LOSS);
  }

  /** Warning limit, see {@link LimitKind#MAX_DAY_LOSS}. */
  public long getWarnMaxDayLoss() {
    return limits.warn(LimitKind.MAX_DAY_LOSS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_DRAWDOWN}. */
  public long getMaxDrawdown() {
    return limits.block(LimitKind.MAX_DRAWDOWN);
  }

  /** Warning limit, see {@link LimitKind#MAX_DRAWDOWN}. */
  public long getWarnMaxDrawdown() {
    return limits.warn(LimitKind.MAX_DRAWDOWN);
  }

  /** Blocking limit, see {@link LimitKind#MAX_FIRM_DAY_LOSS}. */
  public long getMaxFirmDayLoss() {
    return limits.block(LimitKind.MAX_FIRM_DAY_LOSS);
  }

  /** Warning limit, see {@link LimitKind#MAX_FIRM_DAY_LOSS}. */
  public long getWarnMaxFirmDayLoss() {
    return limits.warn(LimitKind.MAX_FIRM_DAY_LOSS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_DAY_VALUE}. */
  public long getMaxDayValue() {
    return limits.block(LimitKind.MAX_DAY_VALUE);
  }

  /** Warning limit, see {@link LimitKind#MAX_DAY_VALUE}. */
  public long getWarnMaxDayValue() {
    return limits.warn(LimitKind.MAX_DAY_VALUE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_SELF_MATCH}. */
  public long getMaxSelfMatch() {
    return limits.block(LimitKind.MAX_SELF_MATCH);
  }

  /** Warning limit, see {@link LimitKind#MAX_SELF_MATCH}. */
  public long getWarnMaxSelfMatch() {
    return limits.warn(LimitKind.MAX_SELF_MATCH);
  }

  /** Blocking limit, see {@link LimitKind#MAX_CROSS_MATCH}. */
  public long getMaxCrossMatch() {
    return limits.block(LimitKind.MAX_CROSS_MATCH);
  }

  /** Warning limit, see {@link LimitKind#MAX_CROSS_MATCH}. */
  public long getWarnMaxCrossMatch() {
    return limits.warn(LimitKind.MAX_CROSS_MATCH);
  }

  /** Blocking limit, see {@link LimitKind#OPENING_AUCTION}. */
  public long getOpeningAuction() {
    return limits.block(LimitKind.OPENING_AUCTION);
  }

  /** Warning limit, see {@link LimitKind#OPENING_AUCTION}. */
  public long getWarnOpeningAuction() {
    return limits.warn(LimitKind.OPENING_AUCTION);
  }

  /** Blocking limit, see {@link LimitKind#CLOSING_AUCTION}. */
  public long getClosingAuction() {
    return limits.block(LimitKind.CLOSING_AUCTION);
  }

  /** Warning limit, see {@link LimitKind#CLOSING_AUCTION}. */
  public long getWarnClosingAuction() {
    return limits.warn(LimitKind.CLOSING_AUCTION);
  }

  /** Blocking limit, see {@link LimitKind#AVERAGE_DAILY_NOTIONAL}. */
  public long getAverageDailyNotional() {
    return limits.block(LimitKind.AVERAGE_DAILY_NOTIONAL);
  }

  /** Warning limit, see {@link LimitKind#AVERAGE_DAILY_NOTIONAL}. */
  public long getWarnAverageDailyNotional() {
    return limits.warn(LimitKind.AVERAGE_DAILY_NOTIONAL);
  }

  /** Blocking limit, see {@link LimitKind#MAX_ADV_NOTIONAL_PERCENT}. */
  public long getMaxAdvNotionalPercent() {
    return limits.block(LimitKind.MAX_ADV_NOTIONAL_PERCENT);
  }

  /** Warning limit, see {@link LimitKind#MAX_ADV_NOTIONAL_PERCENT}. */
  public long getWarnMaxAdvNotionalPercent() {
    return limits.warn(LimitKind.MAX_ADV_NOTIONAL_PERCENT);
  }
}
