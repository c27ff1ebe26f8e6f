package io.headgate.scorers.tribuo.internal;

import io.headgate.scorers.tribuo.internal.training.Trained;
import io.headgate.spi.scorer.Scorer;
import io.headgate.testkit.contract.ScorerContract;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TribuoScorerContractTest extends ScorerContract {

  @TempDir static Path folder;

  @Override
  protected Scorer create() throws Exception {
    Path file = folder.resolve("trend.tribuo");
    if (!Files.exists(file)) {
      Trained.train("logistic", 1, file, null);
    }
    return Scorers.serving(file);
  }
}
