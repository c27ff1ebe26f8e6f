package io.headgate.spi.rules;

import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;

/** The facts of an {@link OrderContext} with the limits that they are held against. */
public abstract class LimitedFacts extends RiskFacts {

  ResolvedLimits limits = ResolvedLimits.none();

  LimitedFacts() {}

  /** The limits of this order. */
  public final ResolvedLimits limits() {
    return limits;
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

  /** Blocking limit, see {@link LimitKind#MAX_ACCOUNT_GROSS}. */
  public long getMaxAccountGross() {
    return limits.block(LimitKind.MAX_ACCOUNT_GROSS);
  }

  /** Warning limit, see {@link LimitKind#MAX_ACCOUNT_GROSS}. */
  public long getWarnMaxAccountGross() {
    return limits.warn(LimitKind.MAX_ACCOUNT_GROSS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_FIRM_GROSS}. */
  public long getMaxFirmGross() {
    return limits.block(LimitKind.MAX_FIRM_GROSS);
  }

  /** Warning limit, see {@link LimitKind#MAX_FIRM_GROSS}. */
  public long getWarnMaxFirmGross() {
    return limits.warn(LimitKind.MAX_FIRM_GROSS);
  }

  /** Blocking limit, see {@link LimitKind#MAX_ACCOUNT_RATE}. */
  public long getMaxAccountRate() {
    return limits.block(LimitKind.MAX_ACCOUNT_RATE);
  }

  /** Warning limit, see {@link LimitKind#MAX_ACCOUNT_RATE}. */
  public long getWarnMaxAccountRate() {
    return limits.warn(LimitKind.MAX_ACCOUNT_RATE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_STRATEGY_RATE}. */
  public long getMaxStrategyRate() {
    return limits.block(LimitKind.MAX_STRATEGY_RATE);
  }

  /** Warning limit, see {@link LimitKind#MAX_STRATEGY_RATE}. */
  public long getWarnMaxStrategyRate() {
    return limits.warn(LimitKind.MAX_STRATEGY_RATE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_MARKET_AGE}. */
  public long getMaxMarketAge() {
    return limits.block(LimitKind.MAX_MARKET_AGE);
  }

  /** Warning limit, see {@link LimitKind#MAX_MARKET_AGE}. */
  public long getWarnMaxMarketAge() {
    return limits.warn(LimitKind.MAX_MARKET_AGE);
  }

  /** Blocking limit, see {@link LimitKind#MAX_BEFORE_OPEN}. */
  public long getMaxBeforeOpen() {
    return limits.block(LimitKind.MAX_BEFORE_OPEN);
  }

  /** Warning limit, see {@link LimitKind#MAX_BEFORE_OPEN}. */
  public long getWarnMaxBeforeOpen() {
    return limits.warn(LimitKind.MAX_BEFORE_OPEN);
  }

  /** Blocking limit, see {@link LimitKind#CLOSING_WINDOW}. */
  public long getClosingWindow() {
    return limits.block(LimitKind.CLOSING_WINDOW);
  }

  /** Warning limit, see {@link LimitKind#CLOSING_WINDOW}. */
  public long getWarnClosingWindow() {
    return limits.warn(LimitKind.CLOSING_WINDOW);
  }

  /** Blocking limit, see {@link LimitKind#RESTRICTED_QTY}. */
  public long getRestrictedQty() {
    return limits.block(LimitKind.RESTRICTED_QTY);
  }

  /** Warning limit, see {@link LimitKind#RESTRICTED_QTY}. */
  public long getWarnRestrictedQty() {
    return limits.warn(LimitKind.RESTRICTED_QTY);
  }

  /** Blocking limit, see {@link LimitKind#RESTRICTED_OPENING_QTY}. */
  public long getRestrictedOpeningQty() {
    return limits.block(LimitKind.RESTRICTED_OPENING_QTY);
  }

  /** Warning limit, see {@link LimitKind#RESTRICTED_OPENING_QTY}. */
  public long getWarnRestrictedOpeningQty() {
    return limits.warn(LimitKind.RESTRICTED_OPENING_QTY);
  }
}
