package io.headgate.optimisers.minimumvariance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headgate.spi.optimiser.PortfolioProblem;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shrunk covariance against its definition, written out the slow way. */
class CovarianceTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  private static Covariance covariance(List<List<Double>> returns, OptionalDouble shrinkage)
      throws Unsolvable {
    MinimumVarianceSettings settings = Sample.settings(shrinkage);
    int size = returns.get(0).size();
    return new Covariance(
        new Question(new PortfolioProblem(Sample.assets(size, 0, 1), returns), settings), settings);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itIsTheEstimatorOfLedoitAndWolf(long seed) throws Unsolvable {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(6);
    int count = 10 + random.nextInt(40);
    List<List<Double>> returns = Sample.returns(random, count, size);
    double[][] x = centred(returns, size);
    double[][] s = new double[size][size];
    for (double[] row : x) {
      addOuter(s, row, 1.0 / count);
    }
    double m = 0;
    for (int i = 0; i < size; i++) {
      m += s[i][i] / size;
    }
    double[][] target = new double[size][size];
    for (int i = 0; i < size; i++) {
      target[i][i] = m;
    }
    double distance = squaredDistance(s, target);
    double error = 0;
    for (double[] row : x) {
      double[][] outer = new double[size][size];
      addOuter(outer, row, 1);
      error += squaredDistance(outer, s) / count / count;
    }
    double expected = Math.min(error, distance) / distance;

    Covariance covariance = covariance(returns, OptionalDouble.empty());

    assertThat(covariance.intensity()).isCloseTo(expected, within(1e-12));
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double shrunk = (1 - expected) * s[i][j] + expected * target[i][j];
        assertThat(covariance.at(i, j) * m).isCloseTo(shrunk, within(1e-15));
      }
    }
  }

  private static double[][] centred(List<List<Double>> returns, int size) {
    double[][] x = new double[returns.size()][size];
    for (int i = 0; i < size; i++) {
      double mean = 0;
      for (List<Double> row : returns) {
        mean += row.get(i) / returns.size();
      }
      for (int t = 0; t < x.length; t++) {
        x[t][i] = returns.get(t).get(i) - mean;
      }
    }
    return x;
  }

  private static void addOuter(double[][] into, double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        into[i][j] += factor * row[i] * row[j];
      }
    }
  }

  private static double squaredDistance(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
      }
    }
    return sum;
  }

  @Test
  void moreObservationsNeedLessShrinkage() throws Unsolvable {
    double few =
        covariance(Sample.returns(new Random(4), 20, 6), OptionalDouble.empty()).intensity();
    double many =
        covariance(Sample.returns(new Random(4), 5_000, 6), OptionalDouble.empty()).intensity();

    assertThat(few).isBetween(0.0, 1.0);
    assertThat(many).isLessThan(few / 10);
  }

  @Test
  void directionsThatWereNotSeenAreShrunkAtLeastByTheirShare() throws Unsolvable {
    Covariance covariance =
        covariance(Sample.returns(new Random(4), 11, 20), OptionalDouble.empty());

    assertThat(covariance.intensity()).isGreaterThanOrEqualTo(0.5);
    assertThat(covariance.notes()).hasSize(1);
  }

  @Test
  void withoutShrinkageTheFloorKeepsEveryPortfolioRisky() throws Unsolvable {
    Covariance covariance = covariance(Sample.returns(new Random(4), 5, 8), OptionalDouble.of(0));
    Random random = new Random(1);
    for (int k = 0; k < 200; k++) {
      double[] w = random.doubles(8, -1, 1).toArray();
      double variance = 0;
      double length = 0;
      for (int i = 0; i < 8; i++) {
        length += w[i] * w[i];
        for (int j = 0; j < 8; j++) {
          variance += w[i] * covariance.at(i, j) * w[j];
        }
      }
      assertThat(variance).isGreaterThan(0.99e-6 * length);
    }
    assertThat(covariance.notes()).hasSize(1);
  }
}
