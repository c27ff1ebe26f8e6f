package io.headgate.strategies.scoredmomentum.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.FakeScorer;
import io.headgate.testkit.strategy.Outcome;
import io.headgate.testkit.strategy.StrategyStage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoredMomentumTest {

  private static final Instrument ACME = FakeReferenceData.ACME;
  private static final long BID = 100 * Fixed.ONE;
  private static final long ASK = BID + 2 * ACME.tickSize();

  private double score;

  private StrategyStage stage(ScoredMomentumStrategy strategy) {
    StrategyStage stage = new StrategyStage(strategy).outcome(Outcome.FILL);
    stage
        .advice()
        .with(new FakeFeatures())
        .with(new FakeScorer("fake", List.of("price"), values -> score));
    stage.start();
    // The first question starts the warm-up.
    quote(stage);
    return stage;
  }

  private StrategyStage stage(Map<String, Object> settings) {
    return stage(new ScoredMomentumStrategy(Configs.settings(settings)));
  }

  private static void quote(StrategyStage stage) {
    stage.advance(Duration.ofMillis(10));
    stage.quote(ACME, BID, ASK);
  }

  private void quoteWith(StrategyStage stage, double newScore) {
    score = newScore;
    quote(stage);
  }

  private static long position(StrategyStage stage) {
    return stage.position(ACME.id()).quantity() / Fixed.ONE;
  }

  @Test
  void freshScoresMoveThePosition() {
    StrategyStage stage = stage(Map.of("positionQty", "100"));

    quoteWith(stage, 0.1);
    assertThat(stage.newOrders()).as("below enterScore").isEmpty();
    quoteWith(stage, 0.2);
    assertThat(position(stage)).isEqualTo(100);
    quoteWith(stage, 0.9);
    assertThat(stage.newOrders()).as("it has what it wants").hasSize(1);
    quoteWith(stage, 0.05);
    assertThat(position(stage)).as("still supported").isEqualTo(100);
    quoteWith(stage, 0.04);
    assertThat(position(stage)).isZero();
    quoteWith(stage, -0.2);
    assertThat(position(stage)).isEqualTo(-100);
    quoteWith(stage, 0.5);
    assertThat(position(stage)).as("turned round in one order").isEqualTo(100);

    NewOrder first = stage.newOrders().get(0);
    assertThat(first.side()).isEqualTo(Side.BUY);
    assertThat(first.limitPrice()).isEqualTo(ASK);
  }

  @Test
  void aStaleScoreIsNotTradedOn() {
    StrategyStage stage = stage(Map.of("deadlineMillis", 50L, "closeAfterUnanswered", 0L));
    stage.advice().taking(Duration.ofMillis(80));

    for (int i = 0; i < 100; i++) {
      quoteWith(stage, 1);
    }
    assertThat(stage.newOrders()).isEmpty();
    assertThat(stage.advice().scores())
        .filteredOn(answer -> answer.state() == AnswerState.STALE)
        .hasSizeGreaterThan(10);

    stage.advice().taking(Duration.ofMillis(20));
    for (int i = 0; i < 20; i++) {
      quote(stage);
    }
    assertThat(position(stage)).isEqualTo(100);
  }

  @Test
  void withoutAScorerItOpensNothingAndAtLastClosesWhatItHas() {
    ScoredMomentumStrategy strategy =
        new ScoredMomentumStrategy(Configs.settings(Map.of("closeAfterUnanswered", 30L)));
    StrategyStage stage = stage(strategy);
    quoteWith(stage, 1);
    assertThat(position(stage)).isEqualTo(100);

    stage.advice().without("fake");
    for (int i = 0; i < 29; i++) {
      quote(stage);
    }
    assertThat(position(stage)).as("it holds for a while").isEqualTo(100);
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason()).contains("ACME.SIM").contains("NOT_INSTALLED");
    quote(stage);
    assertThat(position(stage)).isZero();
    for (int i = 0; i < 50; i++) {
      quote(stage);
    }
    assertThat(stage.newOrders()).hasSize(2);

    stage.advice().with(new FakeScorer("fake", List.of("price"), values -> -1));
    quote(stage);
    assertThat(position(stage)).isEqualTo(-100);
    assertThat(strategy.health()).isEqualTo(Health.UP);
  }

  @Test
  void aScorerThatThrowsOrWantsWhatNobodyMakesIsSurvived() {
    StrategyStage stage = stage(Map.of());
    stage
        .advice()
        .with(
            new FakeScorer(
                "fake",
                List.of("price"),
                values -> {
                  throw new IllegalStateException("bug");
                }));
    quote(stage);
    assertThat(stage.advice().scores()).last().matches(a -> a.reason() == AnswerReason.FAILED);
    stage.advice().with(new FakeScorer("fake", List.of("magic(3)"), values -> 1));
    quote(stage);
    assertThat(stage.advice().scores())
        .last()
        .matches(a -> a.reason() == AnswerReason.FEATURE_UNKNOWN);
    assertThat(stage.newOrders()).isEmpty();
  }

  @Test
  void anOrderThatWorksIsCancelledWhenTheScoreTurns() {
    StrategyStage stage = stage(Map.of("orderTtlMillis", 60_000L));
    stage.outcome(Outcome.REST);
    quoteWith(stage, 1);
    quoteWith(stage, 1);
    assertThat(stage.intents()).as("one order at a time").hasSize(1);

    quoteWith(stage, -1);
    assertThat(stage.intents()).last().isInstanceOf(CancelOrder.class);
    quoteWith(stage, -1);
    assertThat(stage.newOrders()).last().matches(order -> order.side() == Side.SELL);
  }

  @Test
  void anOrderThatWorksIsCancelledWhenNoneIsWantedAnyMore() {
    StrategyStage stage = stage(Map.of("orderTtlMillis", 60_000L));
    stage.outcome(Outcome.REST);
    quoteWith(stage, 1);

    quoteWith(stage, 0);
    assertThat(stage.intents()).hasSize(2).last().isInstanceOf(CancelOrder.class);
    quoteWith(stage, 0);
    assertThat(stage.newOrders()).as("nothing instead of it").hasSize(1);
  }

  @Test
  void anOldOrderIsCancelled() {
    StrategyStage stage = stage(Map.of("orderTtlMillis", 500L));
    stage.outcome(Outcome.REST);
    quoteWith(stage, 1);

    stage.advance(Duration.ofMillis(499));
    assertThat(stage.openOrders()).hasSize(1);
    stage.advance(Duration.ofMillis(2));
    assertThat(stage.openOrders()).isEmpty();
  }

  @Test
  void questionsKeepTheirPause() {
    StrategyStage stage = stage(Map.of("everyMillis", 100L));
    for (int i = 0; i < 100; i++) {
      quote(stage);
    }
    // 100 quotes, 10 ms apart: one question each 100 ms, and the first at once.
    assertThat(stage.advice().scores()).hasSizeBetween(10, 11);
  }

  @Test
  void changedSettingsWaitForAStartAndWrongOnesChangeNothing() {
    ScoredMomentumStrategy strategy = new ScoredMomentumStrategy(Configs.settings(Map.of()));
    long before = strategy.generation();

    strategy.modified(
        Configs.of(Map.of("account", "ACC1", "instruments", "nonsense", "scorer", "fake")),
        Map.of());
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason()).contains("instruments is 'nonsense'");
    assertThat(strategy.generation()).isEqualTo(before);

    strategy.modified(
        Configs.of(Map.of("account", "ACC1", "instruments", "BOLT.SIM", "scorer", "fake")),
        Map.of());
    assertThat(strategy.generation()).isGreaterThan(before);
    stage(strategy);
    assertThat(strategy.subscriptions()).containsExactly(FakeReferenceData.BOLT.id());
  }

  @ParameterizedTest
  @CsvSource({
    "scorer, Not a name, 1 to 32",
    "instruments, '', SYMBOL.VENUE",
    "positionQty, -5, a decimal number",
    "account, '', an account",
  })
  void wrongTextsAreNamed(String key, String value, String expected) {
    assertThatThrownBy(() -> Configs.settings(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key + " is '")
        .hasMessageContaining(expected);
  }

  @Test
  void wrongNumbersAreNamed() {
    assertThatThrownBy(() -> Configs.settings(Map.of("enterScore", 0.0)))
        .hasMessageContaining("enterScore is");
    assertThatThrownBy(() -> Configs.settings(Map.of("exitScore", 0.5)))
        .hasMessageContaining("0 to enterScore, which is 0.2");
    assertThatThrownBy(() -> Configs.settings(Map.of("deadlineMillis", 0L)))
        .hasMessageContaining("deadlineMillis is '0'");
  }
}
