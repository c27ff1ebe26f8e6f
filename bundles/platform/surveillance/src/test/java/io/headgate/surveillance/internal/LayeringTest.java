package io.headgate.surveillance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.alarm.Alarm;
import io.headgate.testkit.fake.FakeReferenceData;
import org.junit.jupiter.api.Test;

/** Orders shown on one side while the other trades. */
class LayeringTest extends SurveillanceStage {

  private static final String LAYERING = "surveillance.layering.ACC1.ACME.SIM";

  private void cancel(Side side, long quantity, String price) {
    report(terms("ACC1", side, quantity, price), ExecType.CANCELED, 0);
  }

  @Test
  void ordersThatHadToFillAtOnceWereNeverShown() {
    trade("ACC1", Side.BUY, 10, "50");
    for (int i = 0; i < 5; i++) {
      report(terms(Side.SELL, TimeInForce.IOC), ExecType.CANCELED, 0);
      report(terms(Side.SELL, TimeInForce.FOK), ExecType.CANCELED, 0);
    }
    assertThat(alarms.active()).isEmpty();
    for (int i = 0; i < 5; i++) {
      report(terms(Side.SELL, TimeInForce.GTC), ExecType.CANCELED, 0);
    }
    assertThat(alarms.isActive(LAYERING)).isTrue();
    assertThat(alarms.active().get(0).text()).contains("5 orders of together 500");
  }

  private static NewOrder terms(Side side, TimeInForce timeInForce) {
    return NewOrder.limit(
        Originator.strategy("ACC1", "robot"),
        FakeReferenceData.ACME.id(),
        side,
        100 * Fixed.ONE,
        Fixed.parse("50.1"),
        timeInForce);
  }

  @Test
  void ordersShownOnOneSideWhileTheOtherTradesAreAlarmed() {
    trade("ACC1", Side.SELL, 10, "50");
    for (int i = 0; i < 4; i++) {
      cancel(Side.BUY, 100, "49.9" + i);
    }
    assertThat(alarms.isActive(LAYERING)).as("four").isFalse();
    cancel(Side.BUY, 100, "49.95");
    assertThat(alarms.active())
        .extracting(Alarm::key, Alarm::level)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(LAYERING, Alarm.Level.WARNING));
    assertThat(alarms.active().get(0).text()).contains("5 orders of together 500", "BUY side");
  }

  @Test
  void theTradeMayComeLastButNotTooLate() {
    for (int i = 0; i < 5; i++) {
      cancel(Side.SELL, 100, "50.1");
    }
    trade("ACC1", Side.SELL, 10, "50");
    assertThat(alarms.isActive(LAYERING)).as("the same side").isFalse();
    time += 55 * SECOND;
    trade("ACC1", Side.BUY, 10, "50");
    assertThat(alarms.isActive(LAYERING)).as("the oldest is forgotten").isFalse();
    cancel(Side.SELL, 100, "50.1");
    assertThat(alarms.isActive(LAYERING)).isFalse();
  }

  @Test
  void smallOrdersAgainstALargeTradeAreNoLayer() {
    trade("ACC1", Side.SELL, 101, "50");
    for (int i = 0; i < 5; i++) {
      cancel(Side.BUY, 100, "49.9");
    }
    assertThat(alarms.isActive(LAYERING)).isFalse();
    cancel(Side.BUY, 5, "49.9");
    assertThat(alarms.isActive(LAYERING)).as("505 are five times 101").isTrue();
  }
}
