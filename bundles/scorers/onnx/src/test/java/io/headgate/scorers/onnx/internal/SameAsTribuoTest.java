package io.headgate.scorers.onnx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headgate.features.indicators.internal.Indicators;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.scorers.tribuo.internal.ModelFile;
import io.headgate.scorers.tribuo.internal.TribuoModel;
import io.headgate.scorers.tribuo.internal.training.TribuoTrainer;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.feature.FeatureVector;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.scorer.ModelTrainer;
import io.headgate.spi.scorer.TrainingRequest;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.time.FixedClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trained model scores the same from its ONNX file, on every step of a market. */
class SameAsTribuoTest {

  private static final InstrumentId ID = InstrumentId.parse("ACME.SIM");
  private static final List<String> FEATURES =
      List.of("return(1)", "return(10)", "sma(20)", "volatility(20)", "rsi(14)", "spread", "depth");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "fm"})
  void theOnnxFileScoresTheSame(String kind) throws Exception {
    Path model = folder.resolve("m.tribuo");
    Path onnx = folder.resolve("m.onnx");
    FeatureCatalog catalog = new FeatureCatalog(List.of(new Indicators()));
    // Many observations in which nothing moved make a third label, FLAT.
    TrainingRequest request =
        new TrainingRequest(ID, FEATURES, 2, 0.5, kind, 1, model, onnx, Map.of("data", "made up"));
    ModelTrainer.Training training =
        new TribuoTrainer(new FixedClock(), FakeNodeInfo.replay()).begin(request, catalog);
    quotes(1, 3_000).forEach(training::accept);
    var report = training.finish();
    assertThat(report.balance()).containsOnlyKeys("UP", "DOWN", "FLAT");

    TribuoModel tribuo = ModelFile.read(model);
    OnnxScorer scorer = Scorers.serving(onnx);
    try {
      assertThat(scorer.health()).isEqualTo(Health.UP);
      assertThat(scorer.features()).containsExactlyInAnyOrderElementsOf(FEATURES);
      assertThat(scorer.provenance()).isEqualTo(tribuo.provenance());
      FeatureVector forTribuo = catalog.vector(tribuo.features());
      FeatureVector forOnnx = catalog.vector(scorer.features());
      double largest = 0;
      for (Quote quote : quotes(2, 1_000)) {
        forTribuo.apply(quote);
        forOnnx.apply(quote);
        if (forOnnx.isReady()) {
          double expected = tribuo.score(forTribuo.values()).value();
          assertThat(scorer.score(forOnnx.values()).value()).isCloseTo(expected, within(1e-4));
          largest = Math.max(largest, Math.abs(expected));
        }
      }
      assertThat(largest).as("scores that say something").isGreaterThan(0.05);
    } finally {
      scorer.stop();
    }
  }

  private static List<Quote> quotes(long seed, int count) {
    Random random = new Random(seed);
    List<Quote> quotes = new ArrayList<>();
    long mid = 100 * Fixed.ONE;
    for (int i = 0; i < count; i++) {
      long half = (1 + random.nextInt(3)) * Fixed.ONE / 100;
      long bid = (1 + random.nextInt(500)) * Fixed.ONE;
      long ask = (1 + random.nextInt(500)) * Fixed.ONE;
      quotes.add(new Quote(ID, i + 1, i + 1, mid - half, bid, mid + half, ask));
      mid += (random.nextInt(3) - (bid > ask ? 0 : 2)) * Fixed.ONE / 100;
    }
    return quotes;
  }
}
