package io.headgate.demomodel;

import io.headgate.features.indicators.internal.Indicators;
import io.headgate.scorers.tribuo.internal.training.TribuoTrainer;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.scorer.ModelTrainer;
import io.headgate.spi.scorer.TrainingReport;
import io.headgate.spi.scorer.TrainingRequest;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the demo's model: the same weights in every build, because simulator, features and
 * training all depend on their seeds alone. The market it learns from has another seed than the
 * demo's.
 */
public final class DemoModel {

  private static final Logger LOG = LoggerFactory.getLogger(DemoModel.class);

  private static final long MARKET_SEED = 7;
  private static final long TRAINING_SEED = 1;
  private static final long TICKS = 2_000_000;
  private static final int HORIZON = 200;
  private static final long WAIT_MILLIS = 20;

  /** The date that the build stands for. */
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> FEATURES =
      List.of(
          "return(50)",
          "return(200)",
          "return(1000)",
          "ema(500)",
          "volatility(500)",
          "rsi(100)",
          "imbalance(100)",
          "depth");

  private DemoModel() {}

  /** Trains into the folder that is the one argument: {@code trend.tribuo}, {@code trend.onnx}. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    TrainingReport report = train(folder, TICKS);
    LOG.info("model {} in {}", report.modelId(), folder);
    report.folds().forEach(fold -> LOG.info("{}", fold));
  }

  static TrainingReport train(Path folder, long ticks)
      throws ReflectiveOperationException, InterruptedException, IOException {
    FixedClock clock = new FixedClock(DATE.getEpochSecond() * 1_000_000_000L);
    TrainingRequest request =
        new TrainingRequest(
            SimulatedMarket.ALFA.id(),
            FEATURES,
            HORIZON,
            0,
            "logistic",
            TRAINING_SEED,
            folder.resolve("trend.tribuo"),
            folder.resolve("trend.onnx"),
            Map.of(
                "data", "simulator, seed %d, %d ticks of ALFA.SIM".formatted(MARKET_SEED, ticks)));
    ModelTrainer.Training training =
        new TribuoTrainer(clock, FakeNodeInfo.replay())
            .begin(request, new FeatureCatalog(List.of(new Indicators())));
    DataAdapter market = SimulatedMarket.of(MARKET_SEED, ticks);
    market.start(
        batch -> {
          for (int row = 0; row < batch.size(); row++) {
            training.accept(batch.event(row));
          }
        });
    while (!market.progress().finished()) {
      Thread.sleep(WAIT_MILLIS);
    }
    market.stop();
    if (!market.progress().failure().isEmpty()) {
      throw new IllegalStateException(market.progress().failure());
    }
    return training.finish();
  }
}
