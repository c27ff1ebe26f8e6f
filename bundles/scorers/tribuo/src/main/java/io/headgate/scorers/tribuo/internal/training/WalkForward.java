package io.headgate.scorers.tribuo.internal.training;

import io.headgate.scorers.tribuo.internal.Move;
import io.headgate.scorers.tribuo.internal.training.Observations.Observation;
import io.headgate.spi.scorer.TrainingReport.Fold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/**
 * Tests in the order of time: each part trains on all that came before it. The observation before
 * the border is left out of the training, because its label lies beyond the border.
 */
final class WalkForward {

  /** Where the tests begin and end, as shares of the observations. */
  private static final double[] BORDERS = {0.4, 0.6, 0.8, 1.0};

  /** Fewest observations in a training, and in a test. */
  static final int FEWEST = 50;

  private final String[] names;

  WalkForward(List<String> names) {
    this.names = names.toArray(String[]::new);
  }

  /** Number of tests. */
  int folds() {
    return BORDERS.length - 1;
  }

  List<Observation> training(List<Observation> all, int fold) {
    return all.subList(0, border(all, fold) - 1);
  }

  List<Observation> test(List<Observation> all, int fold) {
    return all.subList(border(all, fold), border(all, fold + 1));
  }

  private static int border(List<Observation> all, int border) {
    return (int) Math.round(all.size() * BORDERS[border]);
  }

  /** How well a model does. */
  Fold judge(Model<Label> model, List<Observation> training, List<Observation> test) {
    Move usual = mostFrequent(training);
    long baseline = test.stream().filter(o -> o.move() == usual).count();
    return new Fold(
        training.size(),
        test.size(),
        accuracy(model, training),
        accuracy(model, test),
        (double) baseline / test.size());
  }

  private double accuracy(Model<Label> model, List<Observation> observations) {
    int right = 0;
    for (Observation observation : observations) {
      Label truth = new Label(observation.move().name());
      var example = new ArrayExample<>(truth, names.clone(), observation.features());
      if (model.predict(example).getOutput().getLabel().equals(truth.getLabel())) {
        right++;
      }
    }
    return (double) right / observations.size();
  }

  private static Move mostFrequent(List<Observation> observations) {
    Map<Move, Integer> counts = new EnumMap<>(Move.class);
    observations.forEach(o -> counts.merge(o.move(), 1, Integer::sum));
    List<Move> moves = new ArrayList<>(counts.keySet());
    moves.sort((a, b) -> Integer.compare(count(counts, b), count(counts, a)));
    return moves.get(0);
  }

  private static int count(Map<Move, Integer> counts, Move move) {
    return counts.getOrDefault(move, 0);
  }
}
