package io.headgate.testkit.contract;

import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import java.util.Arrays;
import java.util.List;

class ScorerContractTest extends ScorerContract {

  @Override
  protected Scorer create() {
    return new Sum();
  }

  /** Adds up. */
  private static final class Sum implements Scorer {
    @Override
    public String name() {
      return "sum";
    }

    @Override
    public List<String> features() {
      return List.of("a", "b");
    }

    @Override
    public String modelId() {
      return "sum-1";
    }

    @Override
    public Score score(double[] features) {
      if (features.length != 2 || !Arrays.stream(features).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("expected 2 finite features");
      }
      return new Score(features[0] + features[1], modelId());
    }
  }
}
