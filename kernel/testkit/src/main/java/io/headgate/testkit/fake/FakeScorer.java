package io.headgate.testkit.fake;

import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A scorer whose model is a function.
 *
 * @param name its id
 * @param features what it wants
 * @param model what it answers
 */
public record FakeScorer(String name, List<String> features, ToDoubleFunction<double[]> model)
    implements Scorer {

  @Override
  public String modelId() {
    return name + "-fake";
  }

  @Override
  public Score score(double[] values) {
    if (values.length != features.size()) {
      throw new IllegalArgumentException(
          "got %d features, expected %d".formatted(values.length, features.size()));
    }
    return new Score(model.applyAsDouble(values), modelId());
  }
}
