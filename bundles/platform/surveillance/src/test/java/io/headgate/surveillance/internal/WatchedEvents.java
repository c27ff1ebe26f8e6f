package io.headgate.surveillance.internal;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.event.NodeEvent;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.LocalDate;

/** What surveillance sees of orders that were filled or cancelled. */
final class WatchedEvents {

  static final long SECOND = 1_000_000_000L;
  static final long START = 1_700_000_000L * SECOND;

  private WatchedEvents() {}

  static NewOrder terms(String account, Side side, long quantity, String price) {
    return NewOrder.limit(
        Originator.strategy(account, "robot"),
        FakeReferenceData.ACME.id(),
        side,
        quantity,
        Fixed.parse(price),
        TimeInForce.DAY);
  }

  /** Filled whole, or cancelled without a fill, two seconds after it was sent. */
  static NodeEvent event(NewOrder terms, ExecType type, long second) {
    long time = START + second * SECOND;
    long filled = type == ExecType.TRADE ? terms.quantity() : 0;
    return event(new ClOrdId("N1", 1, second + 1), terms, type, filled, time - 2 * SECOND, time);
  }

  /** Filled by as much at its own price, or cancelled after that. */
  static NodeEvent event(
      ClOrdId id, NewOrder terms, ExecType type, long filled, long sent, long time) {
    boolean trade = type == ExecType.TRADE;
    OrdStatus status = trade ? OrdStatus.FILLED : OrdStatus.CANCELED;
    long price = filled == 0 ? 0 : terms.limitPrice();
    Order order = new Order(id, id, terms, "sim", status, filled, price, "v", sent, time, "");
    ExecutionReport report =
        new ExecutionReport(
            "sim",
            type,
            id,
            "v",
            terms.instrument(),
            terms.side(),
            status,
            trade ? "t" + time : "",
            LocalDate.of(2023, 11, 14),
            trade ? filled : 0,
            trade ? price : 0,
            filled,
            0,
            "",
            time,
            "");
    return new NodeEvent.Executed(time, order, report);
  }
}
