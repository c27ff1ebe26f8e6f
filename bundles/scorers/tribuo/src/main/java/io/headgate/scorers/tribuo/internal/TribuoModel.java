package io.headgate.scorers.tribuo.internal;

import io.headgate.spi.scorer.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/**
 * A loaded model. Safe from every thread.
 *
 * @param model the classifier with its scaling of the features
 * @param id id of the model
 * @param features what it wants, in order
 * @param provenance where it comes from
 */
public record TribuoModel(
    Model<Label> model, String id, List<String> features, Map<String, String> provenance) {

  private static final Label UNKNOWN = new Label("?");

  public TribuoModel {
    features = List.copyOf(features);
  }

  /**
   * Probability of a move up less that of a move down, −1 to 1.
   *
   * @throws IllegalArgumentException if the number of features is wrong or one is not finite
   */
  public Score score(double[] values) {
    if (values.length != features.size()) {
      throw new IllegalArgumentException(
          "got %d features, expected %d: %s".formatted(values.length, features.size(), features));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "feature %s is %s, expected a finite number".formatted(features.get(i), values[i]));
      }
    }
    // The example sorts its arrays in place, so it gets its own.
    ArrayExample<Label> example =
        new ArrayExample<>(
            UNKNOWN, features.toArray(String[]::new), Arrays.copyOf(values, values.length));
    Map<String, Label> scores = model.predict(example).getOutputScores();
    return new Score(probability(scores, Move.UP) - probability(scores, Move.DOWN), id);
  }

  private static double probability(Map<String, Label> scores, Move move) {
    Label label = scores.get(move.name());
    return label == null ? 0 : label.getScore();
  }
}
