package io.headgate.surveillance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
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
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SurveillanceTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_700_000_000L * SECOND;
  private static final String WASH = "surveillance.wash.ACC1.ACME.SIM";
  private static final String LAYERING = "surveillance.layering.ACC1.ACME.SIM";
  private static final String NEAR = "limit.near.GROSS_ACCOUNT.ACC1";

  private final RecordingEvents events = new RecordingEvents();
  private final RecordingAlarms alarms = new RecordingAlarms();
  // The timer's clock stands still long before anything happens: only tick() clears here.
  private final Surveillance surveillance =
      new Surveillance(
          events,
          alarms,
          new FixedClock(0),
          new SurveillanceSettings(60 * SECOND, 3, 10, false, 5, 5, 2, 60 * SECOND));
  private long time = START;
  private int sequence;

  @AfterEach
  void stop() {
    surveillance.close();
  }

  private static NewOrder terms(String account, Side side, long quantity, String price) {
    return NewOrder.limit(
        Originator.strategy(account, "robot"),
        FakeReferenceData.ACME.id(),
        side,
        quantity * Fixed.ONE,
        Fixed.parse(price),
        TimeInForce.DAY);
  }

  private void report(NewOrder terms, ExecType type, long filled) {
    // Sent a while before, so that it was in the market together with the one before it.
    report(new ClOrdId("N1", 1, ++sequence), time - 3 * SECOND, terms, type, filled);
  }

  private void report(ClOrdId id, long sent, NewOrder terms, ExecType type, long filled) {
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

  private void trade(String account, Side side, long quantity, String price) {
    report(terms(account, side, quantity, price), ExecType.TRADE, quantity * Fixed.ONE);
  }

  private void cancel(Side side, long quantity, String price) {
    report(terms("ACC1", side, quantity, price), ExecType.CANCELED, 0);
  }

  @Test
  void threePairsAtOnePriceWithinTheWindowAreAlarmed() {
    for (int i = 0; i < 2; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 95, "50");
    }
    trade("ACC1", Side.BUY, 100, "50.01");
    assertThat(alarms.isActive(WASH)).as("two").isFalse();
    trade("ACC1", Side.SELL, 90, "50.01");
    assertThat(alarms.isActive(WASH)).as("another price, another size").isTrue();
    assertThat(alarms.active().get(0).text())
        .contains("possible wash trades of ACC1 in ACME.SIM", "at one price within 60 s");
  }

  @Test
  void unlikeSizesPricesOrSidesAreNoPair() {
    for (int i = 0; i < 10; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 89, "50");
      trade("ACC1", Side.SELL, 100, "50.0" + (i + 1) % 10 + "1");
      time += 70 * SECOND;
    }
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void pairsThatLieFarApartAreNone() {
    for (int i = 0; i < 10; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 100, "50");
      time += 61 * SECOND;
    }
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void twoAccountsOfTheFirmAreAlarmedTogether() {
    for (int i = 0; i < 3; i++) {
      trade("ACC2", Side.SELL, 10, "50");
      trade("ACC1", Side.BUY, 10, "50");
    }
    assertThat(alarms.isActive("surveillance.wash.ACC1+ACC2.ACME.SIM")).isTrue();
  }

  @Test
  void whatWasSoldOnceIsHalfOfOnePairAlone() {
    trade("ACC1", Side.SELL, 100, "50");
    for (int i = 0; i < 5; i++) {
      trade("ACC1", Side.BUY, 100, "50");
    }
    assertThat(alarms.active()).as("one pair").isEmpty();
    trade("ACC1", Side.SELL, 100, "50");
    assertThat(alarms.active()).as("two").isEmpty();
    trade("ACC1", Side.SELL, 100, "50");
    assertThat(alarms.active()).as("three").extracting(Alarm::key).containsExactly(WASH);
    assertThat(alarms.active().get(0).text()).contains("3 times bought and sold");
  }

  private void trade(ClOrdId id, long sent, Side side, long quantity) {
    report(id, sent, terms("ACC1", side, quantity, "50"), ExecType.TRADE, quantity * Fixed.ONE);
  }

  @Test
  void theFillsOfTwoOrdersAreOnePair() {
    for (int i = 1; i <= 3; i++) {
      assertThat(alarms.active()).as("before pair %d", i).isEmpty();
      ClOrdId bought = new ClOrdId("N1", 2, i);
      ClOrdId sold = new ClOrdId("N1", 3, i);
      long sent = time;
      for (int fill = 1; fill <= 4; fill++) {
        trade(bought, sent, Side.BUY, 10L * fill);
        trade(sold, sent, Side.SELL, 10L * fill);
      }
    }
    assertThat(alarms.active()).extracting(Alarm::key).containsExactly(WASH);
    assertThat(alarms.active().get(0).text()).contains("3 times bought and sold");
    assertThat(alarms.active().get(0).count()).isEqualTo(1);
  }

  @Test
  void ordersThatWereNeverInTheMarketTogetherCannotHaveTradedWithEachOther() {
    roundTrips();
    assertThat(alarms.active()).isEmpty();
    surveillance.modified(config("washRoundTrips", true), Map.of());
    roundTrips();
    assertThat(alarms.active()).extracting(Alarm::key).containsExactly(WASH);
  }

  /** Each order is sent just after the one before it has traded. */
  private void roundTrips() {
    for (int i = 0; i < 10; i++) {
      Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
      trade(new ClOrdId("N1", 2, ++sequence), time - SECOND + 1, side, 100);
    }
  }

  @Test
  void whatHasBecomeWorseIsToldAtOnce() {
    for (int i = 0; i < 6; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 100, "50");
      time -= 2 * SECOND;
      Alarm.Level expected = i < 5 ? Alarm.Level.WARNING : Alarm.Level.CRITICAL;
      if (i < 2) {
        assertThat(alarms.active()).as("pair %d", i + 1).isEmpty();
      } else {
        assertThat(alarms.active().get(0).level()).as("pair %d", i + 1).isEqualTo(expected);
      }
    }
    assertThat(alarms.active().get(0).count()).as("once a second else").isEqualTo(2);
    String worst = alarms.active().get(0).text();

    time += 61 * SECOND;
    washThreeTimes();
    assertThat(alarms.active().get(0).level()).isEqualTo(Alarm.Level.CRITICAL);
    assertThat(alarms.active().get(0).text()).as("nobody has looked yet").isEqualTo(worst);
    alarms.clear(WASH);
    time += 61 * SECOND;
    washThreeTimes();
    assertThat(alarms.active().get(0).level()).isEqualTo(Alarm.Level.WARNING);
  }

  private void washThreeTimes() {
    for (int i = 0; i < 3; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 100, "50");
    }
  }

  @Test
  void whatIsOverTakesNoMemory() {
    for (int i = 0; i < 50; i++) {
      String account = "ACC" + i;
      trade(account, Side.BUY, 100, "50");
      trade(account, Side.SELL, 100, "50");
    }
    assertThat(surveillance.remembered()).isGreaterThan(50);
    time += 61 * SECOND;
    trade("ACC1", Side.BUY, 100, "50");
    time += 61 * SECOND;
    trade("ACC1", Side.BUY, 100, "50");
    assertThat(surveillance.remembered()).as("one instrument, one conduct").isEqualTo(2);
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

  private static SurveillanceConfig window(int seconds) {
    return config("windowSeconds", seconds);
  }

  private static SurveillanceConfig config(String key, Object value) {
    return (SurveillanceConfig)
        Proxy.newProxyInstance(
            SurveillanceConfig.class.getClassLoader(),
            new Class<?>[] {SurveillanceConfig.class},
            (proxy, method, arguments) ->
                method.getName().equals(key) ? value : method.getDefaultValue());
  }

  @Test
  void aWrongSettingIsNamedAndTheOnesBeforeStay() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SurveillanceSettings.of(window(0), new ConfigFile(Surveillance.PID, Map.of())))
        .withMessageContaining(
            "etc/io.headgate.surveillance.cfg: windowSeconds is '0', expected a whole number from 1"
                + " to 3600");
    surveillance.modified(window(0), Map.of());
    assertThat(surveillance.check().state()).isEqualTo(Health.State.DEGRADED);
    surveillance.modified(window(5), Map.of());
    assertThat(surveillance.check()).isEqualTo(Health.UP);
    for (int i = 0; i < 5; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      time += 5 * SECOND;
      trade("ACC1", Side.SELL, 100, "50");
    }
    assertThat(alarms.active()).as("six seconds apart").isEmpty();
  }
}
