package io.headgate.scorers.onnx.internal;

import io.headgate.spi.scorer.Scorer;
import io.headgate.testkit.contract.ScorerContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class OnnxScorerContractTest extends ScorerContract {

  @TempDir Path folder;
  private final List<OnnxScorer> made = new ArrayList<>();

  @Override
  protected Scorer create() throws Exception {
    Path file =
        Graphs.write(
            folder,
            Graphs.scale("x", "y", 1, 2, 3),
            "input = x",
            "features = spread, sma(5), macd(12,26)",
            "output = y",
            "weights = 1, 0.5, -1");
    OnnxScorer scorer = Scorers.serving(file);
    made.add(scorer);
    return scorer;
  }

  @AfterEach
  void close() {
    made.forEach(OnnxScorer::stop);
  }
}
