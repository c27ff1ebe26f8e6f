package io.headgate.spi.scorer;

import io.headgate.spi.plugin.Plugin;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns features into a score. Knows no broker and no order. Safe for use by several threads. */
@ConsumerType
public interface Scorer extends Plugin {

  /** Names of the features, in the order in which {@link #score} wants them. */
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
