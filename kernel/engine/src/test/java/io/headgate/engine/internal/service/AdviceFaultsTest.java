package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.feature.Feature;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureFamily;
import io.headgate.spi.feature.FeatureName;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeScorer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Scorers and features that fail, or change between question and answer. */
class AdviceFaultsTest extends AdviceStage {

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
}
