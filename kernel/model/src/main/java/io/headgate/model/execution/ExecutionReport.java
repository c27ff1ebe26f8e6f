package io.headgate.model.execution;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Side;
import java.time.LocalDate;

/**
 * FIX ExecutionReport (8).
 *
 * @param broker connector that received it
 * @param execType what it reports
 * @param clOrdId ClOrdID of the request that it answers; for TRADE any ClOrdID of the chain
 * @param venueOrderId OrderID of the venue; empty where it has none
 * @param instrument what the order trades
 * @param side Side of the order
 * @param ordStatus the venue's OrdStatus after it; for ORDER_STATUS what the venue knows, REJECTED
 *     for an order that it never saw
 * @param tradeKey key of a trade that is the same however often and over whichever session it
 *     arrives; empty unless TRADE or TRADE_CANCEL. With venue and trading date it is the key of I3
 * @param tradingDate the venue's trading date
 * @param lastQty LastQty, nine decimals; 0 unless TRADE or TRADE_CANCEL
 * @param lastPx LastPx, nine decimals; 0 unless TRADE or TRADE_CANCEL
 * @param cumQty the venue's CumQty, nine decimals
 * @param fee fee of this trade, six decimals, in {@code feeCurrency}; above 0 is paid
 * @param feeCurrency ISO 4217; empty where there is no fee
 * @param tsEvent TransactTime, UTC nanoseconds since 1970
 * @param text Text (58): why, in the venue's words
 */
public record ExecutionReport(
    String broker,
    ExecType execType,
    ClOrdId clOrdId,
    String venueOrderId,
    InstrumentId instrument,
    Side side,
    OrdStatus ordStatus,
    String tradeKey,
    LocalDate tradingDate,
    long lastQty,
    long lastPx,
    long cumQty,
    long fee,
    String feeCurrency,
    long tsEvent,
    String text) {

  /** Whether it moves a position. */
  public boolean isTrade() {
    return execType == ExecType.TRADE || execType == ExecType.TRADE_CANCEL;
  }

  /** Identity of the trade it reports: venue, trading date and the venue's own key. */
  public TradeId tradeId() {
    return new TradeId(instrument.venue(), tradingDate, tradeKey);
  }

  /**
   * What makes a trade one and the same (invariant I3).
   *
   * @param venue venue of the instrument
   * @param tradingDate the venue's trading date
   * @param tradeKey the connector's trade key
   */
  public record TradeId(String venue, LocalDate tradingDate, String tradeKey) {}
}
