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

/**
 * What surveillance sees of orders that were filled whole, or cancelled without a fill, two seconds
 * after they were sent.
 */
final class WatchedEvents {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_700_000_000L * SECOND;

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

  static NodeEvent event(NewOrder terms, ExecType type, long second) {
    boolean trade = type == ExecType.TRADE;
    long time = START + second * SECOND;
    long sent = time - 2 * SECOND;
    long filled = trade ? terms.quantity() : 0;
    long price = trade ? terms.limitPrice() : 0;
    ClOrdId id = new ClOrdId("N1", 1, second + 1);
    OrdStatus status = trade ? OrdStatus.FILLED : OrdStatus.CANCELED;
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
            trade ? "t" + second : "",
            LocalDate.of(2023, 11, 14),
            filled,
            price,
            filled,
            0,
            "",
            time,
            "");
    return new NodeEvent.Executed(time, order, report);
  }
}
