package io.headgate.surveillance.internal;

import io.headgate.model.execution.ExecType;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.AfterEach;

/** Surveillance of what one account does in one instrument. */
abstract class SurveillanceStage {

  static final long SECOND = WatchedEvents.SECOND;

  final RecordingEvents events = new RecordingEvents();
  final RecordingAlarms alarms = new RecordingAlarms();
  // The timer's clock stands still long before anything happens: only tick() clears here.
  final Surveillance surveillance =
      new Surveillance(
          events,
          alarms,
          new FixedClock(0),
          new SurveillanceSettings(60 * SECOND, 3, 10, false, 5, 5, 2, 60 * SECOND));
  long time = WatchedEvents.START;
  int sequence;

  @AfterEach
  void stop() {
    surveillance.close();
  }

  static NewOrder terms(String account, Side side, long quantity, String price) {
    return WatchedEvents.terms(account, side, quantity * Fixed.ONE, price);
  }

  void report(NewOrder terms, ExecType type, long filled) {
    // Sent a while before, so that it was in the market together with the one before it.
    report(new ClOrdId("N1", 1, ++sequence), time - 3 * SECOND, terms, type, filled);
  }

  void report(ClOrdId id, long sent, NewOrder terms, ExecType type, long filled) {
    events.publish(WatchedEvents.event(id, terms, type, filled, sent, time));
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
