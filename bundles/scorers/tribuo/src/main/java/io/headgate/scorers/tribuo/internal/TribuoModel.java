package io.headgate.scorers.tribuo.internal;

import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.ServedModel;
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
    Model<Label> model, String id, List<String> features, Map<String, String> provenance)
    implements ServedModel {

  private static final Label UNKNOWN = new Label("?");

  public TribuoModel {
    features = List.copyOf(features);
  }

  /** Probability of a move up less that of a move down, −1 to 1. */
  @Override
  public Score score(double[] values) {
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
