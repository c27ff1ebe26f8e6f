package io.headgate.scorers.tribuo.internal.training;

import io.headgate.features.indicators.internal.Indicators;
import io.headgate.model.market.MarketEvent;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.scorer.ModelTrainer;
import io.headgate.spi.scorer.TrainingReport;
import io.headgate.spi.scorer.TrainingRequest;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trains in tests. */
public final class Trained {

  /** What the tests' models see. */
  public static final List<String> FEATURES =
      List.of("depth", "return(1)", "rsi(14)", "imbalance(5)");

  private Trained() {}

  /** The trainer of the tests. */
  static ModelTrainer trainer() {
    return new TribuoTrainer(new FixedClock(1_700_000_000_000_000_000L), "0.1.0");
  }

  /** A request for the next step. */
  public static TrainingRequest request(String model, long seed, Path out, @Nullable Path onnx) {
    return new TrainingRequest(
        LearnableMarket.ID, FEATURES, 1, 0, model, seed, out, onnx, Map.of("data", "made up"));
  }

  /** Trains on events. */
  public static TrainingReport train(TrainingRequest request, List<MarketEvent> events)
      throws IOException {
    ModelTrainer.Training training =
        trainer().begin(request, new FeatureCatalog(List.of(new Indicators())));
    events.forEach(training::accept);
    return training.finish();
  }

  /** Trains on the learnable market. */
  public static TrainingReport train(String model, long seed, Path out, @Nullable Path onnx)
      throws IOException {
    return train(request(model, seed, out, onnx), LearnableMarket.quotes(7, 4_000));
  }
}
