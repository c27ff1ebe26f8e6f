package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.feature.Feature;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureFamily;
import io.headgate.spi.feature.FeatureName;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.scorer.ScorerStatus;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.FakeScorer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Scores and portfolios in a replay: worked out inline, judged by the time of the events. */
class AdviceTest {

  private final EngineFixture fixture = new EngineFixture().started();
  private final ScorerFace scorers = new ScorerFace(fixture.engine);

  private Asker add(Asker asker) {
    fixture.engine.withStrategies(
        host -> {
          host.add(asker);
          return true;
        });
    return asker;
  }

  private void scorer(Scorer scorer) {
    fixture.engine.advice().add(scorer);
  }

  private void features() {
    fixture.engine.advice().add(new FakeFeatures());
  }

  private void quote(String bid, String ask) {
    fixture.quote(FakeReferenceData.ACME, bid, ask);
  }

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
        .containsExactly(new ScorerStatus.Warmth(Asker.ACME, 2, List.of("change(2)"), ""));
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

  /** Takes another model the moment that somebody has read the features of this one. */
  private static final class Swapping implements Scorer {
    private int swaps = 1;
    private int model = 1;

    @Override
    public String name() {
      return "swapping";
    }

    @Override
    public List<String> features() {
      model += swaps;
      swaps = 0;
      return List.of("price");
    }

    @Override
    public String modelId() {
      return "model-" + model;
    }

    @Override
    public Score score(double[] values) {
      return new Score(values[0], modelId());
    }
  }

  @Test
  void aModelThatIsReplacedBetweenFeaturesAndScoreAnswersNothing() {
    features();
    Swapping swapping = new Swapping();
    scorer(swapping);
    Asker asker = add(Asker.scorer("swapping", 10));
    quote("99", "101");
    quote("99", "101");
    assertThat(asker.latest().modelId()).isEqualTo("model-2");
    assertThat(asker.latest().isFresh()).isTrue();

    swapping.swaps = 1;
    quote("99", "101");

    assertThat(asker.latest().state()).isEqualTo(AnswerState.UNAVAILABLE);
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.MODEL_REPLACED);
    assertThat(asker.latest().message()).contains("model-2").contains("model-3");
    assertThat(asker.latest().value()).isNaN();
    quote("99", "101");
    assertThat(asker.latest().modelId()).isEqualTo("model-3");
    assertThat(fixture.alarms.isActive("scorer.swapping")).as("no failure").isFalse();
  }

  /** Cannot always say what it makes. */
  private static final class Moody implements FeatureFactory {
    private boolean fails = true;

    @Override
    public List<FeatureFamily> families() {
      if (fails) {
        throw new NoClassDefFoundError("a/b/C");
      }
      return List.of(new FeatureFamily("mood", List.of(), "of no use"));
    }

    @Override
    public Feature create(FeatureName name) {
      throw new IllegalStateException("not asked for in this test");
    }
  }

  @Test
  void aFactoryThatCannotSayWhatItMakesIsRefusedAlone() {
    Moody moody = new Moody();
    fixture.engine.advice().add(moody);
    String alarm = "features." + Moody.class.getName();
    assertThat(fixture.alarms.isActive(alarm)).isTrue();
    assertThat(fixture.alarms.isActive("engine.task")).isFalse();

    features();
    scorer(new FakeScorer("last", List.of("price"), values -> values[0]));
    Asker asker = add(Asker.scorer("last", 10));
    quote("99", "101");
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();
    fixture.engine.advice().remove(moody);
    assertThat(fixture.alarms.isActive(alarm)).isFalse();
  }

  @Test
  void aFactoryThatFailsLaterKeepsNothingOfARemovedOneAlive() {
    Moody moody = new Moody();
    moody.fails = false;
    FakeFeatures good = new FakeFeatures();
    fixture.engine.advice().add(moody);
    fixture.engine.advice().add(good);
    scorer(new FakeScorer("last", List.of("price"), values -> values[0]));
    Asker asker = add(Asker.scorer("last", 10));
    quote("99", "101");
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();

    moody.fails = true;
    fixture.engine.advice().remove(good);
    quote("99", "101");
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.FEATURE_UNKNOWN);

    features();
    quote("99", "101");
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();
  }

  @Test
  void aScorerThatThrowsIsAFailureOfItsOwn() {
    features();
    boolean[] broken = {true};
    scorer(
        new FakeScorer(
            "moody",
            List.of("price"),
            values -> {
              if (broken[0]) {
                throw new StackOverflowError("deep");
              }
              return 1;
            }));
    Asker asker = add(Asker.scorer("moody", 10));
    quote("99", "101");
    quote("99", "101");

    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.FAILED);
    assertThat(asker.latest().message()).contains("moody").contains("deep");
    assertThat(fixture.control.list().get(0).state()).isEqualTo(StrategyStatus.State.ACTIVE);
    assertThat(fixture.alarms.isActive("scorer.moody")).isTrue();
    assertThat(scorers.scorer("moody").errors()).isEqualTo(1);

    broken[0] = false;
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();
    assertThat(fixture.alarms.isActive("scorer.moody")).isFalse();
  }

  @Test
  void aScoreThatIsNoNumberIsAFailure() {
    features();
    scorer(new FakeScorer("nan", List.of("price"), values -> Double.NaN));
    Asker asker = add(Asker.scorer("nan", 10));
    quote("99", "101");
    quote("99", "101");

    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.FAILED);
    assertThat(asker.latest().message()).contains("no number");
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

    Asker late = new Asker(context -> context.requestScore("slow", Asker.ACME, 1));
    fixture.engine.withStrategies(
        host -> {
          host.add(late);
          return true;
        });
    quote("99", "101");
    assertThat(late.latest().state()).isEqualTo(AnswerState.STALE);
    assertThat(late.latest().reason()).isEqualTo(AnswerReason.DEADLINE_PASSED);
    assertThat(late.latest().value()).isNaN();
    assertThat(scorers.scorer("slow").stale()).isEqualTo(1);
  }

  @Test
  void aFeatureThatFailsIsToldOfOnceAndBeginsAnew() {
    AtomicInteger events = new AtomicInteger();
    fixture.engine.advice().add(new Fragile(events));
    scorer(new FakeScorer("fragile", List.of("fragile"), values -> values[0]));
    Asker asker = add(Asker.scorer("fragile", 10));
    quote("99", "101");
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();
    events.set(-1);
    quote("99", "101");

    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.FEATURE_UNKNOWN);
    assertThat(asker.latest().message()).contains("fragile").contains("worn out");
    quote("99", "101");
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.WARMING_UP);
    quote("99", "101");
    assertThat(asker.latest().isFresh()).isTrue();
    assertThat(fixture.control.list().get(0).state()).isEqualTo(StrategyStatus.State.ACTIVE);
  }

  /** Throws at a step when its number has been set to -1. */
  private record Fragile(AtomicInteger events) implements FeatureFactory {
    @Override
    public List<FeatureFamily> families() {
      return List.of(new FeatureFamily("fragile", List.of(), "number of steps"));
    }

    @Override
    public Feature create(FeatureName name) {
      return new Feature() {
        @Override
        public void onStep(double price) {
          if (events.get() == -1) {
            events.set(0);
            throw new IllegalStateException("worn out");
          }
          events.incrementAndGet();
        }

        @Override
        public double value() {
          return events.get() == 0 ? Double.NaN : events.get();
        }

        @Override
        public void reset() {
          events.set(0);
        }
      };
    }
  }

  @Test
  void anUnwellScorerDegradesTheNodeAndSaysWhy() {
    assertThat(scorers.check()).isEqualTo(Health.UP);
    scorer(
        new Scorer() {
          @Override
          public String name() {
            return "empty";
          }

          @Override
          public List<String> features() {
            throw new IllegalStateException("no model");
          }

          @Override
          public String modelId() {
            return "";
          }

          @Override
          public Score score(double[] features) {
            throw new IllegalStateException("no model");
          }

          @Override
          public Health health() {
            return Health.down("no model; train one");
          }
        });

    assertThat(scorers.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(scorers.check().reason()).isEqualTo("empty: no model; train one");
    assertThat(scorers.scorer("empty").features()).isEmpty();
    Asker asker = add(Asker.scorer("empty", 10));
    quote("99", "101");
    assertThat(asker.latest().state()).isEqualTo(AnswerState.UNAVAILABLE);
    assertThat(asker.latest().message()).contains("no model");
  }

  @Test
  void portfoliosComeWithTheirReasons() {
    PortfolioProblem problem = new PortfolioProblem(List.of(), List.of());
    InstrumentId id = Asker.ACME;
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
