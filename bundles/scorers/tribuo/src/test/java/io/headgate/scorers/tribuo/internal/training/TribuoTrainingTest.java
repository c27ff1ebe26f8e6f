package io.headgate.scorers.tribuo.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.features.indicators.internal.Indicators;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.scorers.tribuo.internal.ModelFile;
import io.headgate.scorers.tribuo.internal.Move;
import io.headgate.scorers.tribuo.internal.TribuoModel;
import io.headgate.scorers.tribuo.internal.training.Observations.Observation;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.feature.FeatureVector;
import io.headgate.spi.scorer.TrainingReport;
import io.headgate.spi.scorer.TrainingReport.Fold;
import io.headgate.spi.scorer.TrainingRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TribuoTrainingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "fm"})
  void whatCanBeLearnedIsLearned(String model) throws Exception {
    TrainingReport report = Trained.train(model, 3, folder.resolve("m.tribuo"), null);

    assertThat(report.observations()).isGreaterThan(3_900);
    assertThat(report.folds()).hasSize(3);
    for (Fold fold : report.folds()) {
      // The sizes tell four moves of five; a coin tells one of two.
      assertThat(fold.testAccuracy()).isGreaterThan(0.7);
      assertThat(fold.baseline()).isBetween(0.4, 0.6);
    }
    assertThat(report.balance().get("UP")).isBetween(0.4, 0.6);
    assertThat(report.balance().values().stream().mapToDouble(Double::doubleValue).sum())
        .isBetween(0.999, 1.001);
  }

  @Test
  void chanceCannotBeLearned() throws Exception {
    Random random = new Random(5);
    List<MarketEvent> events = new ArrayList<>();
    for (MarketEvent event : LearnableMarket.quotes(9, 4_000)) {
      Quote q = (Quote) event;
      boolean turn = random.nextBoolean();
      events.add(
          new Quote(
              q.instrument(),
              q.tsEvent(),
              q.tsInit(),
              q.bidPrice(),
              turn ? q.askSize() : q.bidSize(),
              q.askPrice(),
              turn ? q.bidSize() : q.askSize()));
    }
    TrainingReport report =
        Trained.train(Trained.request("logistic", 3, folder.resolve("m.tribuo"), null), events);

    assertThat(report.folds()).allMatch(fold -> fold.testAccuracy() < 0.6);
  }

  @Test
  void theSameSeedGivesTheSameModel() throws Exception {
    Path first = folder.resolve("a.tribuo");
    Path second = folder.resolve("b.tribuo");
    TrainingReport one = Trained.train("logistic", 3, first, null);
    TrainingReport two = Trained.train("logistic", 3, second, null);

    assertThat(two.folds()).isEqualTo(one.folds());
    TribuoModel a = ModelFile.read(first);
    TribuoModel b = ModelFile.read(second);
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      double[] values = random.doubles(Trained.FEATURES.size(), -1, 1).toArray();
      assertThat(b.score(values).value()).isEqualTo(a.score(values).value());
    }
  }

  @Test
  void theModelKeepsWhereItComesFrom() throws Exception {
    Path file = folder.resolve("m.tribuo");
    TrainingReport report = Trained.train("logistic", 42, file, null);
    TribuoModel model = ModelFile.read(file);

    assertThat(model.id()).isEqualTo(report.modelId()).startsWith("logistic-");
    assertThat(model.features()).isEqualTo(Trained.FEATURES);
    assertThat(model.provenance())
        .isEqualTo(report.provenance())
        .containsEntry("data", "made up")
        .containsEntry("seed", "42")
        .containsEntry("horizon-steps", "1")
        .containsEntry("instrument", "ACME.SIM")
        .containsEntry("trained-at", "2023-11-14T22:13:20Z")
        .containsKey("test-accuracy");
  }

  /** No feature, and no label but those whose horizon reaches it, knows what comes later. */
  @Test
  void theFutureChangesNoEarlierObservation() {
    int horizon = 10;
    List<MarketEvent> events = LearnableMarket.quotes(1, 600);
    List<MarketEvent> other = new ArrayList<>(events.subList(0, 400));
    other.addAll(LearnableMarket.quotes(2, 200));

    List<Observation> one = observe(events, horizon);
    List<Observation> two = observe(other, horizon);

    // The first observation is at step 15, when rsi(14) is ready, then one each ten steps.
    int known = (400 - 15 - horizon) / horizon + 1;
    for (int i = 0; i < known; i++) {
      assertThat(two.get(i).features()).as("%d", i).isEqualTo(one.get(i).features());
      assertThat(two.get(i).move()).as("%d", i).isEqualTo(one.get(i).move());
    }
    assertThat(two.get(known + 2).features()).isNotEqualTo(one.get(known + 2).features());
  }

  /** Each label against the prices themselves. */
  @Test
  void labelsSayWhatThePriceDidAfterwards() {
    int horizon = 3;
    List<MarketEvent> events = LearnableMarket.quotes(4, 200);
    List<Observation> observations = observe(events, horizon);

    assertThat(observations).hasSize((200 - 15 - horizon) / horizon + 1);
    for (int i = 0; i < observations.size(); i++) {
      int step = 14 + i * horizon;
      long from = ((Quote) events.get(step)).mid();
      long to = ((Quote) events.get(step + horizon)).mid();
      Move truth = to > from ? Move.UP : to < from ? Move.DOWN : Move.FLAT;
      assertThat(observations.get(i).move()).as("observation %d", i).isEqualTo(truth);
    }
  }

  @Test
  void tooManyObservationsAreThinnedEvenly() {
    List<Observation> observations =
        observe(LearnableMarket.quotes(4, Observations.MOST + 20_000), 1);

    assertThat(observations.size()).isBetween(Observations.MOST / 2, Observations.MOST);
  }

  private static List<Observation> observe(List<MarketEvent> events, int horizon) {
    FeatureVector vector = new FeatureCatalog(List.of(new Indicators())).vector(Trained.FEATURES);
    Observations observations = new Observations(vector, horizon, 0);
    events.forEach(observations::accept);
    return observations.all();
  }

  @Test
  void tooLittleToLearnFromIsRefusedWithWhatThereWas() {
    TrainingRequest request = Trained.request("logistic", 1, folder.resolve("m.tribuo"), null);

    assertThatThrownBy(() -> Trained.train(request, LearnableMarket.quotes(1, 100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 steps")
        .hasMessageContaining("at least 250");
    assertThatThrownBy(() -> Trained.train(request, LearnableMarket.quotes(1, 10)))
        .hasMessageContaining("rsi(14)");
    assertThat(folder.resolve("m.tribuo")).doesNotExist();
  }

  @Test
  void aFeatureThatNeverMovesIsRefused() {
    TrainingRequest request =
        new TrainingRequest(
            LearnableMarket.ID,
            List.of("depth", "volatility(2)", "sma(2)", "spread"),
            1,
            0,
            "logistic",
            1,
            folder.resolve("m.tribuo"),
            null,
            Map.of());
    List<MarketEvent> still = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Quote like = (Quote) LearnableMarket.quotes(1, 1).get(0);
      still.add(
          new Quote(
              like.instrument(),
              i,
              i,
              like.bidPrice(),
              like.bidSize() + i,
              like.askPrice(),
              like.askSize()));
    }
    assertThatThrownBy(() -> Trained.train(request, still))
        .hasMessageContaining("volatility(2)")
        .hasMessageContaining("leave it out");
  }

  @Test
  void optionsThatMakeNoSenseAreNamed() {
    Path out = folder.resolve("m.tribuo");
    assertThatThrownBy(() -> Trained.train("forest", 1, out, null))
        .hasMessage("--model is 'forest', expected one of [logistic, fm]");
    TrainingRequest far =
        new TrainingRequest(
            LearnableMarket.ID, Trained.FEATURES, 0, 0, "logistic", 1, out, null, Map.of());
    assertThatThrownBy(() -> Trained.train(far, List.of()))
        .hasMessageContaining("--horizon is '0'");
    TrainingRequest unknown =
        new TrainingRequest(
            LearnableMarket.ID, List.of("magic(3)"), 1, 0, "logistic", 1, out, null, Map.of());
    assertThatThrownBy(() -> Trained.train(unknown, List.of()))
        .hasMessageContaining("nobody makes the feature magic(3); there are");
  }
}
