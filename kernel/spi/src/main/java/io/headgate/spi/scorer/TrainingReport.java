package io.headgate.spi.scorer;

import java.util.List;
import java.util.Map;

/**
 * What came of a training.
 *
 * @param modelId id of the model that was written
 * @param steps steps seen
 * @param observations observations made of them, each with a label that lies in its future
 * @param folds walk-forward tests, earliest first: each trains on what came before and is tested on
 *     what came next; the last one's model is the one that was written
 * @param balance share of each label among all observations
 * @param provenance what the model keeps about its origin
 * @param files files written
 */
public record TrainingReport(
    String modelId,
    long steps,
    int observations,
    List<Fold> folds,
    Map<String, Double> balance,
    Map<String, String> provenance,
    List<String> files) {

  public TrainingReport {
    folds = List.copyOf(folds);
    files = List.copyOf(files);
  }

  /**
   * One walk-forward test. Accuracies are shares from 0 to 1.
   *
   * @param trained observations trained on
   * @param tested observations tested on, all of them later
   * @param trainAccuracy share of the first that the model gets right
   * @param testAccuracy share of the second that the model gets right
   * @param baseline share of the second that the most frequent label of the first gets right
   */
  public record Fold(
      int trained, int tested, double trainAccuracy, double testAccuracy, double baseline) {}
}
