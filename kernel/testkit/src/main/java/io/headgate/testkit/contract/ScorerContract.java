package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Scorer} promises. */
public abstract class ScorerContract {

  /** Makes a scorer whose model is loaded. */
  protected abstract Scorer create() throws Exception;

  /** Observations that make sense to the model; by default small random numbers. */
  protected List<double[]> observations(Scorer scorer) {
    Random random = new Random(5);
    return IntStream.range(0, 100)
        .mapToObj(i -> random.doubles(scorer.features().size(), -1, 1).toArray())
        .toList();
  }

  @Test
  void nameAndModelAreGiven() throws Exception {
    Scorer scorer = create();

    assertThat(scorer.name()).matches("[a-z0-9-]{1,32}");
    assertThat(scorer.modelId()).isNotBlank();
    assertThat(scorer.health()).isNotNull();
  }

  @Test
  void featuresHaveDistinctNames() throws Exception {
    assertThat(create().features()).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void theSameFeaturesGiveTheSameFiniteScoreOfTheSameModel() throws Exception {
    Scorer scorer = create();
    for (double[] features : observations(scorer)) {
      double[] kept = features.clone();

      Score score = scorer.score(features);

      assertThat(Double.isFinite(score.value())).isTrue();
      assertThat(score.modelId()).isEqualTo(scorer.modelId());
      assertThat(scorer.score(features)).isEqualTo(score);
      assertThat(features).as("the caller's features").isEqualTo(kept);
    }
  }

  @Test
  void aWrongNumberOfFeaturesIsRefused() throws Exception {
    Scorer scorer = create();
    int right = scorer.features().size();

    for (int wrong : new int[] {0, right - 1, right + 1}) {
      if (wrong != right) {
        assertThatThrownBy(() -> scorer.score(new double[Math.max(0, wrong)]))
            .as("%d features", wrong)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void whatIsNotFiniteIsRefused() throws Exception {
    Scorer scorer = create();
    double[] good = observations(scorer).get(0);

    for (int at = 0; at < good.length; at++) {
      for (double bad :
          new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
        double[] features = good.clone();
        features[at] = bad;
        assertThatThrownBy(() -> scorer.score(features))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    Scorer scorer = create();
    List<double[]> observations = observations(scorer);
    List<Score> alone = observations.stream().map(scorer::score).toList();

    List<Score> together = observations.parallelStream().map(scorer::score).toList();

    assertThat(together).isEqualTo(alone);
  }
}
