package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.spi.optimiser.TargetPortfolio.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.RawStore;

/**
 * The covariance of the returns, in units of their mean variance, always positive definite.
 *
 * <p>Sample covariance S (mean removed, divided by the number T of observations), pulled towards
 * equal and uncorrelated risks: (1 − δ) S + δ m I, where m is the mean variance of the N assets. Of
 * its own accord it takes δ = b² ÷ d² with d² = ‖S − m I‖² and b² = min(d², Σₜ ‖xₜ xₜᵀ − S‖² ÷ T²),
 * squared Frobenius norms, after O. Ledoit and M. Wolf, A well-conditioned estimator for
 * large-dimensional covariance matrices, Journal of Multivariate Analysis 88 (2004) 365-411,
 * section 3.3. With fewer observations than it takes to see every direction (T − 1 &lt; N), δ is at
 * least the share of directions that were not seen.
 */
final class Covariance {

  /** Below this mean variance nothing has moved: returns of 1e-10 are rounding. */
  private static final double STILL = 1e-20;

  private final Question question;
  private final MinimumVarianceSettings settings;
  private final double[][] matrix;
  private final List<String> notes = new ArrayList<>();
  private double intensity;

  /**
   * @throws Unsolvable if nothing has moved at all
   */
  Covariance(Question question, MinimumVarianceSettings settings) throws Unsolvable {
    this.question = question;
    this.settings = settings;
    double[][] centred = centred();
    this.matrix = sample(centred);
    double meanVariance = meanVariance();
    if (!(meanVariance > STILL)) {
      throw new Unsolvable(
          Outcome.BAD_INPUT,
          "none of the %d assets moved in %d observations; give returns of a time in which they traded"
              .formatted(question.size(), question.observations()));
    }
    noteWhatStoodStill(meanVariance);
    scale(1 / meanVariance);
    scaleAll(centred, 1 / Math.sqrt(meanVariance));
    shrink(intensity(centred));
    if (intensity < settings.eigenvalueFloor()) {
      liftEigenvalues();
    }
  }

  /** Covariance of two assets, as a multiple of the mean variance. */
  double at(int i, int j) {
    return matrix[i][j];
  }

  /** δ, 0 to 1. */
  double intensity() {
    return intensity;
  }

  List<String> notes() {
    return notes;
  }

  private double[][] centred() {
    double[][] centred = new double[question.observations()][question.size()];
    for (int i = 0; i < question.size(); i++) {
      double sum = 0;
      for (int t = 0; t < centred.length; t++) {
        sum += question.at(t, i);
      }
      for (int t = 0; t < centred.length; t++) {
        centred[t][i] = question.at(t, i) - sum / centred.length;
      }
    }
    return centred;
  }

  private double[][] sample(double[][] centred) {
    double[][] sample = new double[question.size()][question.size()];
    for (int i = 0; i < sample.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (double[] row : centred) {
          sum += row[i] * row[j];
        }
        sample[i][j] = sum / centred.length;
        sample[j][i] = sample[i][j];
      }
    }
    return sample;
  }

  private double meanVariance() {
    double trace = 0;
    for (int i = 0; i < matrix.length; i++) {
      trace += matrix[i][i];
    }
    return trace / matrix.length;
  }

  private void noteWhatStoodStill(double meanVariance) {
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i][i] <= meanVariance * 1e-12) {
        notes.add(
            "%s did not move in %d observations: is it priced at all?"
                .formatted(question.id(i), question.observations()));
      }
    }
  }

  private void scale(double factor) {
    scaleAll(matrix, factor);
  }

  private static void scaleAll(double[][] values, double factor) {
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= factor;
      }
    }
  }

  /** Everything is in units of the mean variance here, so m is 1. */
  private double intensity(double[][] centred) {
    if (settings.shrinkage().isPresent()) {
      return settings.shrinkage().getAsDouble();
    }
    double squares = 0;
    double distance = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double entry = matrix[i][j];
        squares += entry * entry;
        distance += (i == j ? entry - 1 : entry) * (i == j ? entry - 1 : entry);
      }
    }
    // Σₜ ‖xₜ xₜᵀ − S‖² = Σₜ ‖xₜ‖⁴ − T ‖S‖², because Σₜ xₜᵀ S xₜ = T ‖S‖².
    double error = -squares * centred.length;
    for (double[] row : centred) {
      double norm = 0;
      for (double entry : row) {
        norm += entry * entry;
      }
      error += norm * norm;
    }
    error = Math.max(0, error) / ((double) centred.length * centred.length);
    double ofTheData = distance > 0 ? Math.min(1, error / distance) : 1;
    double unseen = 1 - (centred.length - 1.0) / matrix.length;
    if (unseen > 0) {
      notes.add(
          "%d observations for %d assets: the covariance is shrunk by %s"
              .formatted(centred.length, matrix.length, shown(Math.max(ofTheData, unseen))));
    }
    return Math.max(ofTheData, unseen);
  }

  private void shrink(double share) {
    intensity = share;
    scale(1 - share);
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] += share;
    }
  }

  /** Raises eigenvalues that are below the floor, or below 0 by rounding, to the floor. */
  private void liftEigenvalues() {
    int size = matrix.length;
    Eigenvalue<Double> eigen = Eigenvalue.R064.make(size, true);
    eigen.decompose(R064Store.FACTORY.copy(RawStore.wrap(matrix)));
    MatrixStore<Double> values = eigen.getD();
    double floor = settings.eigenvalueFloor();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      least = Math.min(least, values.doubleValue(k, k));
    }
    if (least >= floor) {
      return;
    }
    notes.add(
        "the covariance was not safely positive definite: its smallest eigenvalue was %s of the mean variance and was raised to %s"
            .formatted(shown(least), shown(floor)));
    MatrixStore<Double> vectors = eigen.getV();
    for (int k = 0; k < size; k++) {
      double lift = floor - values.doubleValue(k, k);
      for (int i = 0; lift > 0 && i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] += lift * vectors.doubleValue(i, k) * vectors.doubleValue(j, k);
        }
      }
    }
  }

  private static String shown(double number) {
    return String.format(Locale.ROOT, "%.3g", number);
  }
}
