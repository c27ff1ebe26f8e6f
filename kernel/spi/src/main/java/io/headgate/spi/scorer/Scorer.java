package io.headgate.spi.scorer;

import io.headgate.spi.plugin.Plugin;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns features into a score. Knows no broker and no order. Safe for use by several threads. */
@ConsumerType
public interface Scorer extends Plugin {

  /** What it is made with, for ops: {@code tribuo}, {@code onnx}. */
  default String kind() {
    return "";
  }

  /** Where the model comes from (data, seed, horizon, date, program), for ops; values are text. */
  default Map<String, String> provenance() {
    return Map.of();
  }

  /**
   * Names of the features such as {@code sma(50)}, in the order in which {@link #score} wants them.
   * May change with the model; must return fast.
   */
  List<String> features();

  /** Id of the model in use, which changes with every new model. */
  String modelId();

  /**
   * Scores one observation.
   *
   * @param features one finite number for each of {@link #features()}, in that order
   * @return the score with its model
   * @throws IllegalArgumentException if the number of features is wrong or one is not finite
   */
  Score score(double[] features);
}
