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
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;

/** Surveillance of what one account does in one instrument. */
abstract class SurveillanceStage {

  static final long SECOND = 1_000_000_000L;
  private static final long START = 1_700_000_000L * SECOND;

  final RecordingEvents events = new RecordingEvents();
  final RecordingAlarms alarms = new RecordingAlarms();
  // The timer's clock stands still long before anything happens: only tick() clears here.
  final Surveillance surveillance =
      new Surveillance(
          events,
          alarms,
          new FixedClock(0),
          new SurveillanceSettings(60 * SECOND, 3, 10, false, 5, 5, 2, 60 * SECOND));
  long time = START;
  int sequence;

  @AfterEach
  void stop() {
    surveillance.close();
  }

  static NewOrder terms(String account, Side side, long quantity, String price) {
    return NewOrder.limit(
        Originator.strategy(account, "robot"),
        FakeReferenceData.ACME.id(),
        side,
        quantity * Fixed.ONE,
        Fixed.parse(price),
        TimeInForce.DAY);
  }

  void report(NewOrder terms, ExecType type, long filled) {
    // Sent a while before, so that it was in the market together with the one before it.
    report(new ClOrdId("N1", 1, ++sequence), time - 3 * SECOND, terms, type, filled);
  }

  void report(ClOrdId id, long sent, NewOrder terms, ExecType type, long filled) {
    OrdStatus status = type == ExecType.TRADE ? OrdStatus.FILLED : OrdStatus.CANCELED;
    Order order =
        new Order(id, id, terms, "sim", status, filled, terms.limitPrice(), "v", sent, time, "");
    ExecutionReport report =
        new ExecutionReport(
            "sim",
            type,
            id,
            "v",
            terms.instrument(),
            terms.side(),
            status,
            type == ExecType.TRADE ? "t" + time : "",
            LocalDate.of(2023, 11, 14),
            type == ExecType.TRADE ? filled : 0,
            type == ExecType.TRADE ? terms.limitPrice() : 0,
            filled,
            0,
            "",
            time,
            "");
    events.publish(new NodeEvent.Executed(time, order, report));
    time += SECOND;
  }

  void trade(String account, Side side, long quantity, String price) {
    report(terms(account, side, quantity, price), ExecType.TRADE, quantity * Fixed.ONE);
  }

  static SurveillanceConfig config(String key, Object value) {
    return (SurveillanceConfig)
        Proxy.newProxyInstance(
            SurveillanceConfig.class.getClassLoader(),
            new Class<?>[] {SurveillanceConfig.class},
            (proxy, method, arguments) ->
                method.getName().equals(key) ? value : method.getDefaultValue());
  }
}
