package io.headgate.surveillance.internal;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.Side;

/**
 * A trade of the firm.
 *
 * @param order whose fill it is
 * @param sent when that order was decided, UTC nanoseconds since 1970
 * @param account whose
 * @param instrument {@code SYMBOL.VENUE}
 * @param side bought or sold
 * @param quantity nine decimals, above 0
 * @param price nine decimals
 * @param at when it was applied, UTC nanoseconds since 1970
 */
record Trade(
    ClOrdId order,
    long sent,
    String account,
    String instrument,
    Side side,
    long quantity,
    long price,
    long at) {

  static Trade of(Order order, ExecutionReport report, long at) {
    NewOrder terms = order.request();
    return new Trade(
        order.id(),
        order.created(),
        terms.originator().account(),
        terms.instrument().toString(),
        terms.side(),
        report.lastQty(),
        report.lastPx(),
        at);
  }
}
