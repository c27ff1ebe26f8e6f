package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import io.headgate.spi.optimiser.TargetPortfolio.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A problem that was checked, as arrays in the order of the instruments, so that the order in which
 * assets were given changes nothing.
 */
final class Question {

  private final List<InstrumentId> ids = new ArrayList<>();
  private final double[] lower;
  private final double[] upper;
  private final double[] expected;
  private final double[][] returns;

  /**
   * @throws Unsolvable if a number is not finite or out of any sensible range, if an instrument
   *     comes twice, or if there are too few observations
   */
  Question(PortfolioProblem problem, MinimumVarianceSettings settings) throws Unsolvable {
    checkSizes(problem, settings);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < problem.assets().size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> problem.assets().get(i).instrument()));
    int size = order.size();
    this.lower = new double[size];
    this.upper = new double[size];
    this.expected = new double[size];
    this.returns = new double[problem.returns().size()][size];
    for (int i = 0; i < size; i++) {
      take(i, problem.assets().get(order.get(i)), settings);
      for (int t = 0; t < returns.length; t++) {
        returns[t][i] =
            believable(t, ids.get(i), problem.returns().get(t).get(order.get(i)), settings);
      }
    }
  }

  private static void checkSizes(PortfolioProblem problem, MinimumVarianceSettings settings)
      throws Unsolvable {
    if (problem.assets().isEmpty()) {
      throw new Unsolvable(Outcome.BAD_INPUT, "there are no assets; name at least one");
    }
    if (problem.assets().size() > settings.maxAssets()) {
      throw new Unsolvable(
          Outcome.BAD_INPUT,
          "%d assets, expected at most maxAssets = %d of etc/%s.cfg"
              .formatted(problem.assets().size(), settings.maxAssets(), MinimumVarianceConfig.PID));
    }
    if (problem.returns().size() < settings.minObservations()) {
      throw new Unsolvable(
          Outcome.TOO_FEW_OBSERVATIONS,
          "%d observations of returns, expected at least minObservations = %d of etc/%s.cfg; wait for more"
              .formatted(
                  problem.returns().size(), settings.minObservations(), MinimumVarianceConfig.PID));
    }
  }

  private void take(int i, Asset asset, MinimumVarianceSettings settings) throws Unsolvable {
    InstrumentId id = asset.instrument();
    if (!ids.isEmpty() && ids.get(i - 1).equals(id)) {
      throw new Unsolvable(Outcome.BAD_INPUT, id + " is given twice; name each asset once");
    }
    if (!(Math.abs(asset.expectedReturn()) <= settings.maxAbsReturn())) {
      throw new Unsolvable(
          Outcome.BAD_INPUT,
          "expected return of %s is %s, expected a number from %s to %s"
              .formatted(
                  id, asset.expectedReturn(), -settings.maxAbsReturn(), settings.maxAbsReturn()));
    }
    if (!(asset.minWeight() >= 0 && asset.minWeight() <= 1 && asset.maxWeight() >= 0)
        || asset.maxWeight() == Double.POSITIVE_INFINITY) {
      throw new Unsolvable(
          Outcome.BAD_INPUT,
          "weights of %s are bounded by %s and %s, expected 0 <= minWeight <= maxWeight <= 1 (long only)"
              .formatted(id, asset.minWeight(), asset.maxWeight()));
    }
    if (asset.minWeight() > asset.maxWeight()) {
      throw new Unsolvable(
          Outcome.INFEASIBLE,
          "minWeight %s of %s is above its maxWeight %s; lower one or raise the other"
              .formatted(asset.minWeight(), id, asset.maxWeight()));
    }
    ids.add(id);
    lower[i] = asset.minWeight();
    upper[i] = Math.min(1, asset.maxWeight());
    expected[i] = asset.expectedReturn();
  }

  private static double believable(
      int observation, InstrumentId id, double value, MinimumVarianceSettings settings)
      throws Unsolvable {
    if (!(Math.abs(value) <= settings.maxAbsReturn())) {
      throw new Unsolvable(
          Outcome.BAD_INPUT,
          "return of %s in observation %d is %s, expected a number from %s to %s (maxAbsReturn of etc/%s.cfg); leave the observation out"
              .formatted(
                  id,
                  observation,
                  value,
                  -settings.maxAbsReturn(),
                  settings.maxAbsReturn(),
                  MinimumVarianceConfig.PID));
    }
    return value;
  }

  int size() {
    return ids.size();
  }

  int observations() {
    return returns.length;
  }

  InstrumentId id(int asset) {
    return ids.get(asset);
  }

  double lower(int asset) {
    return lower[asset];
  }

  double upper(int asset) {
    return upper[asset];
  }

  double expected(int asset) {
    return expected[asset];
  }

  double at(int observation, int asset) {
    return returns[observation][asset];
  }
}
