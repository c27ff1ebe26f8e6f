package io.headgate.strategies.momentum.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.strategy.Outcome;
import io.headgate.testkit.strategy.StrategyStage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that change while the strategy runs, and orders that were not sent. */
class MomentumChangeTest {

  private static final Instrument ACME = FakeReferenceData.ACME;

  private static Map<String, String> values(String key, String value) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "name", "trend",
                "account", "ACC1",
                "instruments", "ACME.SIM",
                "fastPeriods", "3",
                "slowPeriods", "10",
                "minCrossBps", "1",
                "orderStyle", "JOIN"));
    values.put(key, value);
    return values;
  }

  private static MomentumStrategy strategy(String key, String value) {
    Map<String, String> values = values(key, value);
    return new MomentumStrategy(MomentumSettingsTest.config(values), new HashMap<>(values));
  }

  private static void change(MomentumStrategy strategy, String key, String value) {
    Map<String, String> values = values(key, value);
    strategy.modified(MomentumSettingsTest.config(values), new HashMap<>(values));
  }

  private static void rise(StrategyStage stage) {
    for (int i = 0; i < 12; i++) {
      mid(stage, 10_000);
    }
    for (int i = 1; i <= 6; i++) {
      mid(stage, 10_000 + 20 * i);
    }
  }

  private static void mid(StrategyStage stage, int cents) {
    stage.advance(Duration.ofMillis(10));
    stage.quote(ACME, (cents - 1) * ACME.tickSize(), (cents + 1) * ACME.tickSize());
  }

  @Test
  void aWrongValueChangesNothingThatRuns() {
    MomentumStrategy strategy = strategy("orderQty", "100");
    StrategyStage stage = new StrategyStage(strategy).start();

    change(strategy, "fastPeriods", "many");

    assertThat(strategy.generation()).isZero();
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason())
        .contains("fastPeriods is 'many', expected a whole number from 1 to 100000");
    rise(stage);
    assertThat(stage.newOrders()).hasSize(1);

    change(strategy, "orderQty", "100");
    assertThat(strategy.health()).isEqualTo(Health.UP);
  }

  @Test
  void wrongFromTheStartItHasANameAndCannotStart() {
    MomentumStrategy strategy = strategy("slowPeriods", "2");

    assertThat(strategy.name()).isEqualTo("trend");
    assertThat(strategy.account()).isEqualTo("ACC1");
    assertThat(strategy.health().state()).isEqualTo(Health.State.DOWN);
    StrategyStage stage = new StrategyStage(strategy);
    assertThatThrownBy(stage::start).hasMessageContaining("slowPeriods is '2'");

    change(strategy, "slowPeriods", "10");
    rise(stage.start());
    assertThat(stage.newOrders()).hasSize(1);
  }

  @Test
  void changedSettingsCountFromTheNextStartAndOpenOrdersAreLookedAfter() {
    MomentumStrategy strategy = strategy("orderQty", "100");
    StrategyStage stage = new StrategyStage(strategy).outcome(Outcome.REST).start();
    rise(stage);
    NewOrder resting = stage.newOrders().get(0);
    assertThat(resting.quantity()).isEqualTo(100 * Fixed.ONE);

    change(strategy, "orderQty", "200");
    assertThat(strategy.generation()).isEqualTo(1);
    stage.stop();
    stage.start();

    assertThat(stage.openOrders()).hasSize(1);
    stage.advance(Duration.ofSeconds(3));
    assertThat(stage.intents()).last().isInstanceOf(CancelOrder.class);
    assertThat(stage.openOrders()).isEmpty();
    rise(stage);
    assertThat(stage.newOrders()).last().extracting(NewOrder::quantity).isEqualTo(200 * Fixed.ONE);
  }

  @Test
  void anOrderInWhatItNoLongerTradesIsCancelled() {
    MomentumStrategy strategy = strategy("orderQty", "100");
    StrategyStage stage = new StrategyStage(strategy).outcome(Outcome.REST).start();
    rise(stage);
    assertThat(stage.openOrders()).hasSize(1);

    change(strategy, "instruments", "BOLT.SIM");
    stage.stop();
    stage.start();

    assertThat(stage.openOrders()).isEmpty();
    assertThat(strategy.subscriptions()).containsExactly(FakeReferenceData.BOLT.id());
  }

  @Test
  void anEntryThatWasNotSentDoesNotStandInTheWayOfTheNext() {
    MomentumStrategy strategy = strategy("orderTtlMillis", "100000");
    StrategyStage stage =
        new StrategyStage(strategy).outcome(Outcome.FILL).notSending(i -> "BROKER_DOWN").start();
    rise(stage);
    assertThat(stage.newOrders()).hasSize(1);

    stage.notSending(i -> null);
    stage.advance(Duration.ofSeconds(2));
    for (int i = 0; i < 12; i++) {
      mid(stage, 9_000);
    }

    assertThat(stage.newOrders()).hasSizeGreaterThan(1);
    assertThat(stage.intents()).noneMatch(CancelOrder.class::isInstance);
  }

  @Test
  void aCancelThatWasNotSentIsTriedAgain() {
    MomentumStrategy strategy = strategy("orderTtlMillis", "1000");
    StrategyStage stage = new StrategyStage(strategy).outcome(Outcome.REST).start();
    rise(stage);
    stage.notSending(intent -> intent instanceof CancelOrder ? "BROKER_DOWN" : null);
    stage.advance(Duration.ofMillis(1_500));
    assertThat(stage.openOrders()).hasSize(1);

    stage.notSending(i -> null);
    stage.advance(Duration.ofMillis(1_500));

    assertThat(stage.openOrders()).isEmpty();
  }
}
