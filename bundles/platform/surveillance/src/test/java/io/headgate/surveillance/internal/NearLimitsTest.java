package io.headgate.surveillance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits that an order has come near to. */
class NearLimitsTest extends SurveillanceStage {

  private static final String NEAR = "limit.near.GROSS_ACCOUNT.ACC1";

  private void decide(Severity severity, String source, boolean accepted) {
    decide(List.of(gross(severity, source)), accepted);
  }

  private static Verdict gross(Severity severity, String source) {
    return new Verdict(
        "account gross exposure warning",
        severity,
        "GROSS_ACCOUNT",
        Fixed.parseAmount("85000"),
        Fixed.parseAmount("80000"),
        Unit.AMOUNT,
        source);
  }

  private void decide(List<Verdict> verdicts, boolean accepted) {
    NewOrder order = terms("ACC1", Side.BUY, 1, "50");
    events.publish(
        new NodeEvent.Decided(
            time,
            new Decision(
                new ClOrdId("N1", 1, ++sequence), 1, time, order, accepted, verdicts, "", "sim")));
  }

  @Test
  void aNearLimitIsAlarmedUntilItWasQuietForAWhile() {
    decide(Severity.WARN, "limits/demo.csv:9", true);
    assertThat(alarms.active()).extracting(Alarm::key).containsExactly(NEAR);
    assertThat(alarms.active().get(0).text())
        .contains("account ACC1", "measured 85000, limit 80000 amount", "limits/demo.csv:9");

    time += SECOND / 2;
    decide(Severity.WARN, "limits/demo.csv:9", true);
    assertThat(alarms.active().get(0).count()).as("once a second at most").isEqualTo(1);
    surveillance.tick(time + 60 * SECOND - 1);
    assertThat(alarms.isActive(NEAR)).isTrue();
    surveillance.tick(time + 60 * SECOND);
    assertThat(alarms.isActive(NEAR)).isFalse();

    time += 2 * SECOND;
    decide(Severity.WARN, "limits/demo.csv:9", true);
    assertThat(alarms.isActive(NEAR)).as("near again").isTrue();
  }

  /** As with an instrument that a list only watches: there is no blocking row. */
  @Test
  void whatIsOnlyWarnedOfNamesItsOwnRow() {
    OrderContext order =
        new ContextEditor()
            .begin()
            .limits(
                ResolvedLimits.builder(Long.MAX_VALUE)
                    .warn(LimitKind.RESTRICTED_QTY, 0, "limits/restricted.csv:3")
                    .build())
            .context();
    order.beginRule("restricted warning");
    order.warn("RESTRICTED_NO_ORDERS", LimitKind.RESTRICTED_QTY, Fixed.ONE);

    decide(order.verdicts(), true);
    assertThat(alarms.active())
        .extracting(Alarm::key)
        .containsExactly("limit.near.RESTRICTED_NO_ORDERS.ACC1");
    assertThat(alarms.active().get(0).text()).contains("look at", "limits/restricted.csv:3");
  }

  @Test
  void aRuleWithoutALimitOfTheFilesIsNoNearLimit() {
    decide(Severity.WARN, "", true);
    decide(Severity.BLOCK, "limits/demo.csv:9", false);
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void anOrderThatSomebodyLetThroughIsNoNearLimit() {
    Verdict used =
        new Verdict(
            "override",
            Severity.WARN,
            "OVERRIDE_USED",
            1,
            1,
            Unit.COUNT,
            "ann for N1-1-1: checked");
    decide(List.of(gross(Severity.WARN, "limits/demo.csv:9"), used), true);
    assertThat(alarms.active()).isEmpty();
    decide(Severity.WARN, "limits/demo.csv:9", true);
    assertThat(alarms.active()).extracting(Alarm::key).containsExactly(NEAR);
  }
}
