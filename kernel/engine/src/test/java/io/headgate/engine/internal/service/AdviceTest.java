package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.scorer.ScorerStatus;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeScorer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scores and portfolios in a replay: worked out inline, judged by the time of the events. */
class AdviceTest extends AdviceStage {

  @Test
  void featuresWarmUpFromTheFirstQuestionAndKnowTheEventThatAsked() {
    features();
    scorer(new FakeScorer("last", List.of("price", "change(2)"), values -> values[0]));
    Asker asker = add(Asker.scorer("last", 10));

    quote("99", "101");
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.WARMING_UP);
    assertThat(asker.latest().state()).isEqualTo(AnswerState.UNAVAILABLE);
    assertThat(asker.latest().message()).contains("change(2)");
    quote("100", "102");
    quote("101", "103");
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.WARMING_UP);
    assertThat(scorers.scorer("last").instruments())
        .containsExactly(new ScorerStatus.Warmth(AcmeStrategy.ACME, 2, List.of("change(2)"), ""));
    quote("102", "104");

    ScoreAnswer fresh = asker.latest();
    assertThat(fresh.isFresh()).isTrue();
    assertThat(fresh.value()).as("the mid of the quote that asked").isEqualTo(103);
    assertThat(fresh.modelId()).isEqualTo("last-fake");
    assertThat(fresh.tsEvent()).isEqualTo(fixture.time());
    assertThat(asker.scores).hasSize(4);
    assertThat(asker.scores).extracting(ScoreAnswer::request).containsExactly(1L, 2L, 3L, 4L);
    ScorerStatus status = scorers.scorer("last");
    assertThat(status.scores()).isEqualTo(1);
    assertThat(status.unavailable()).isEqualTo(3);
    assertThat(status.instruments().get(0).warmingUp()).isEmpty();
  }

  @Test
  void whoIsNotThereIsNamedWithWhoIs() {
    scorer(new FakeScorer("there", List.of("price"), values -> 0));
    Asker asker = add(Asker.scorer("nobody", 10));
    quote("99", "101");

    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.NOT_INSTALLED);
    assertThat(asker.latest().message()).contains("'nobody'").contains("[there]");
    assertThatThrownBy(() -> scorers.scorer("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[there]");
  }

  @Test
  void aFeatureThatNobodyMakesIsNamedUntilSomebodyDoes() {
    scorer(new FakeScorer("wants", List.of("price"), values -> 7));
    Asker asker = add(Asker.scorer("wants", 10));
    quote("99", "101");
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.FEATURE_UNKNOWN);
    assertThat(asker.latest().message())
        .contains("wants")
        .contains("price")
        .contains("none at all");

    features();
    quote("99", "101");
    quote("99", "101");
    assertThat(asker.latest().value()).isEqualTo(7);

    FakeFeatures second = new FakeFeatures();
    fixture.engine.advice().add(second);
    fixture.engine.advice().remove(second);
    quote("99", "101");
    assertThat(asker.latest().reason()).as("made anew").isEqualTo(AnswerReason.WARMING_UP);
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();
  }

  @Test
  void eventTimeAloneJudgesTheDeadline() {
    features();
    scorer(
        new FakeScorer(
            "slow",
            List.of("price"),
            values -> {
              fixture.machine.advanceMillis(60_000);
              return 3;
            }));
    Asker asker = add(Asker.scorer("slow", 10));
    quote("99", "101");
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();

    Asker late = new Asker(context -> context.requestScore("slow", AcmeStrategy.ACME, 1));
    fixture.add(late);
    quote("99", "101");
    assertThat(late.latest().state()).isEqualTo(AnswerState.STALE);
    assertThat(late.latest().reason()).isEqualTo(AnswerReason.DEADLINE_PASSED);
    assertThat(late.latest().value()).isNaN();
    assertThat(scorers.scorer("slow").stale()).isEqualTo(1);
  }

  @Test
  void portfoliosComeWithTheirReasons() {
    PortfolioProblem problem = new PortfolioProblem(List.of(), List.of());
    InstrumentId id = AcmeStrategy.ACME;
    optimiser("whole", new TargetPortfolio(Map.of(id, 1.0), ""));
    optimiser("none", new TargetPortfolio(Map.of(), "bounds cross at ACME.SIM"));
    optimiser("odd", new TargetPortfolio(Map.of(id, Double.NaN), ""));

    assertThat(ask("whole", problem).targets).last().matches(a -> a.isFresh());
    assertThat(ask("whole", problem).targets.get(0).weights()).containsEntry(id, 1.0);
    var none = ask("none", problem).targets.get(0);
    assertThat(none.reason()).isEqualTo(AnswerReason.NO_SOLUTION);
    assertThat(none.message()).isEqualTo("bounds cross at ACME.SIM");
    assertThat(ask("odd", problem).targets.get(0).reason()).isEqualTo(AnswerReason.FAILED);
    assertThat(ask("nobody", problem).targets.get(0).message()).contains("[none, odd, whole]");
    OptimiserFace face = new OptimiserFace(fixture.engine);
    assertThat(face.list()).extracting(o -> o.name()).containsExactly("none", "odd", "whole");
    assertThat(face.list().get(2).answers()).isGreaterThanOrEqualTo(2);
    assertThat(face.list().get(0).errors()).isZero();
  }

  private void optimiser(String name, TargetPortfolio answer) {
    fixture
        .engine
        .advice()
        .add(
            new Optimiser() {
              @Override
              public String name() {
                return name;
              }

              @Override
              public TargetPortfolio optimise(PortfolioProblem problem) {
                return answer;
              }
            });
  }

  private Asker ask(String optimiser, PortfolioProblem problem) {
    Asker asker = add(Asker.optimiser(optimiser, problem, 10));
    quote("99", "101");
    return asker;
  }
}
