package io.headgate.optimisers.minimumvariance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.optimiser.TargetPortfolio.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The weights against closed forms, against conditions of optimality, and against chance. */
class MinimumVarianceOptimiserTest {

  private static final double EXACT = 1e-9;

  private static TargetPortfolio solve(MinimumVarianceSettings settings, PortfolioProblem problem) {
    TargetPortfolio target = new MinimumVarianceOptimiser(settings).optimise(problem);
    assertThat(target.failure()).isEmpty();
    return target;
  }

  private static double[] weights(TargetPortfolio target) {
    return target.weights().values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** 1702: there the solver alone misses the optimum by 5e-6. */
  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 40), LongStream.of(1702));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void constraintsHoldAndNoFeasibleStepHelps(long seed) throws Unsolvable {
    PortfolioProblem problem = Sample.seeded(seed);

    double[] w = weights(solve(Sample.SETTINGS, problem));

    assertThat(sum(w)).isCloseTo(1, within(EXACT));
    double steepestToLeave = Double.NEGATIVE_INFINITY;
    double flattestToEnter = Double.POSITIVE_INFINITY;
    double[] slope = slopes(problem, Sample.SETTINGS, w);
    for (int i = 0; i < w.length; i++) {
      Asset asset = problem.assets().get(i);
      assertThat(w[i]).isBetween(asset.minWeight() - EXACT, asset.maxWeight() + EXACT);
      if (w[i] > asset.minWeight() + EXACT) {
        steepestToLeave = Math.max(steepestToLeave, slope[i]);
      }
      if (w[i] < asset.maxWeight() - EXACT) {
        flattestToEnter = Math.min(flattestToEnter, slope[i]);
      }
    }
    // Karush-Kuhn-Tucker for a convex problem with one budget: no pair can trade weight and gain.
    assertThat(steepestToLeave).isLessThanOrEqualTo(flattestToEnter + EXACT);
  }

  /** Half the gradient of the variance, in units of the mean variance. */
  private static double[] slopes(
      PortfolioProblem problem, MinimumVarianceSettings settings, double[] w) throws Unsolvable {
    Covariance covariance = new Covariance(new Question(problem, settings), settings);
    double[] slope = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w.length; j++) {
        slope[i] += covariance.at(i, j) * w[j];
      }
    }
    return slope;
  }

  private static double variance(double[] slopes, double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += slopes[i] * w[i];
    }
    return sum;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noRandomPortfolioIsCalmer(long seed) throws Unsolvable {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(8);
    PortfolioProblem problem =
        new PortfolioProblem(Sample.assets(size, 0, 1), Sample.returns(random, 60, size));
    double[] best = weights(solve(Sample.SETTINGS, problem));
    double least = variance(slopes(problem, Sample.SETTINGS, best), best);

    for (int i = 0; i < 500; i++) {
      double[] other = new double[size];
      for (int k = 0; k < size; k++) {
        other[k] = -Math.log(1 - random.nextDouble());
      }
      double total = sum(other);
      for (int k = 0; k < size; k++) {
        other[k] /= total;
      }
      assertThat(variance(slopes(problem, Sample.SETTINGS, other), other))
          .isGreaterThanOrEqualTo(least - EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void twoAssetsHaveTheirClosedForm(long seed) throws Unsolvable {
    PortfolioProblem problem =
        new PortfolioProblem(Sample.assets(2, 0, 1), Sample.returns(new Random(seed), 50, 2));
    Covariance s = new Covariance(new Question(problem, Sample.plain()), Sample.plain());

    double first = (s.at(1, 1) - s.at(0, 1)) / (s.at(0, 0) + s.at(1, 1) - 2 * s.at(0, 1));

    assertThat(weights(solve(Sample.plain(), problem))[0])
        .isCloseTo(Math.max(0, Math.min(1, first)), within(EXACT));
  }

  @Test
  void uncorrelatedAssetsAreWeightedByTheInverseOfTheirVariance() {
    // Each asset moves in rows of its own, up and down by the same: the sample is diagonal.
    double[] risks = {0.01, 0.02, 0.05, 0.03};
    List<List<Double>> returns = new ArrayList<>();
    for (int i = 0; i < risks.length; i++) {
      for (double sign : new double[] {1, -1}) {
        List<Double> row = new ArrayList<>(Collections.nCopies(risks.length, 0.0));
        row.set(i, sign * risks[i]);
        returns.add(row);
      }
    }
    double total = 0;
    for (double risk : risks) {
      total += 1 / (risk * risk);
    }

    double[] w =
        weights(solve(Sample.plain(), new PortfolioProblem(Sample.assets(4, 0, 1), returns)));

    for (int i = 0; i < risks.length; i++) {
      assertThat(w[i]).isCloseTo(1 / (risks[i] * risks[i]) / total, within(EXACT));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameProblemInAnyOrderHasTheSameWeightsToTheBit(long seed) {
    PortfolioProblem problem = Sample.seeded(seed);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < problem.assets().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    List<List<Double>> returns = new ArrayList<>();
    for (List<Double> row : problem.returns()) {
      returns.add(order.stream().map(row::get).toList());
    }
    PortfolioProblem shuffled =
        new PortfolioProblem(order.stream().map(problem.assets()::get).toList(), returns);

    TargetPortfolio once = solve(Sample.SETTINGS, problem);

    assertThat(solve(Sample.SETTINGS, problem)).isEqualTo(once);
    assertThat(solve(Sample.SETTINGS, shuffled)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anAskedReturnIsReachedAtTheLeastExtraRisk(long seed) throws Unsolvable {
    Random random = new Random(seed);
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      assets.add(new Asset(Sample.id(i), 0.001 * i, 0, 0.5));
    }
    PortfolioProblem problem = new PortfolioProblem(assets, Sample.returns(random, 80, 8));
    double[] calm = weights(solve(Sample.SETTINGS, problem));
    // The most that the bounds allow is half of 0.007 and half of 0.006.
    double asked = 0.5 * promised(assets, calm) + 0.5 * 0.0065;

    MinimumVarianceSettings asking =
        Sample.settings(OptionalDouble.empty(), OptionalDouble.of(asked));
    double[] w = weights(solve(asking, problem));

    assertThat(sum(w)).isCloseTo(1, within(EXACT));
    assertThat(promised(assets, w)).isCloseTo(asked, within(1e-12));
    // With a budget and a return, slope = price + premium * return on everything that is free.
    double[] slope = slopes(problem, asking, w);
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      assertThat(w[i]).isBetween(-EXACT, 0.5 + EXACT);
      if (w[i] > EXACT && w[i] < 0.5 - EXACT) {
        free.add(i);
      }
    }
    for (int k = 2; k < free.size(); k++) {
      int a = free.get(0);
      int b = free.get(1);
      int c = free.get(k);
      double premium = (slope[b] - slope[a]) / (b - a);
      assertThat(premium).isGreaterThan(-EXACT);
      assertThat(slope[c]).isCloseTo(slope[a] + premium * (c - a), within(1e-8));
    }
    assertThat(variance(slope, w)).isGreaterThan(variance(slopes(problem, asking, calm), calm));
  }

  private static double promised(List<Asset> assets, double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * assets.get(i).expectedReturn();
    }
    return sum;
  }

  @Test
  void aReturnThatTheBoundsCannotReachIsNamed() {
    PortfolioProblem problem =
        new PortfolioProblem(
            List.of(new Asset(Sample.id(0), 0.01, 0, 0.5), new Asset(Sample.id(1), 0.02, 0, 0.5)),
            Sample.returns(new Random(1), 30, 2));

    TargetPortfolio target =
        new MinimumVarianceOptimiser(
                Sample.settings(OptionalDouble.empty(), OptionalDouble.of(0.016)))
            .optimise(problem);

    assertThat(target.outcome()).isEqualTo(Outcome.INFEASIBLE);
    assertThat(target.failure()).contains("0.015").contains("0.016").contains("minReturnBps");
    TargetPortfolio just =
        solve(Sample.settings(OptionalDouble.empty(), OptionalDouble.of(0.015)), problem);
    assertThat(weights(just)).containsExactly(new double[] {0.5, 0.5}, within(EXACT));
  }

  @Test
  void boundsThatLeaveNoChoiceAreTheAnswer() {
    List<List<Double>> returns = Sample.returns(new Random(7), 40, 4);
    for (double[] only : new double[][] {{0.25, 0.25}, {0.25, 1}, {0, 0.25}}) {
      double[] w =
          weights(
              solve(
                  Sample.SETTINGS,
                  new PortfolioProblem(Sample.assets(4, only[0], only[1]), returns)));
      assertThat(w).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(EXACT));
    }
    assertThat(
            weights(
                solve(
                    Sample.SETTINGS,
                    new PortfolioProblem(
                        Sample.assets(1, 0, 1), Sample.returns(new Random(7), 40, 1)))))
        .containsExactly(1.0);
  }

  @Test
  void infeasibleBoundsAreNamedWithTheirSums() {
    List<List<Double>> returns = Sample.returns(new Random(3), 40, 4);

    TargetPortfolio tooMuch = answer(Sample.assets(4, 0.3, 1), returns);
    assertThat(tooMuch.outcome()).isEqualTo(Outcome.INFEASIBLE);
    assertThat(tooMuch.failure()).contains("minWeights").contains("1.2").contains("A00.SIM 0.3");
    TargetPortfolio tooLittle = answer(Sample.assets(4, 0, 0.2), returns);
    assertThat(tooLittle.outcome()).isEqualTo(Outcome.INFEASIBLE);
    assertThat(tooLittle.failure()).contains("maxWeights").contains("0.8").contains("A03.SIM 0.2");
  }

  private static TargetPortfolio answer(List<Asset> assets, List<List<Double>> returns) {
    return new MinimumVarianceOptimiser(Sample.SETTINGS)
        .optimise(new PortfolioProblem(assets, returns));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.51, -1e300})
  void aReturnThatNobodyBelievesIsNamedWithObservationAndAsset(double absurd) {
    List<List<Double>> returns = new ArrayList<>(Sample.returns(new Random(3), 40, 4));
    List<Double> row = new ArrayList<>(returns.get(17));
    row.set(2, absurd);
    returns.set(17, row);

    TargetPortfolio target = answer(Sample.assets(4, 0, 1), returns);

    assertThat(target.outcome()).isEqualTo(Outcome.BAD_INPUT);
    assertThat(target.weights()).isEmpty();
    assertThat(target.failure())
        .contains("A02.SIM")
        .contains("observation 17")
        .contains(String.valueOf(absurd))
        .contains("maxAbsReturn");
  }

  @Test
  void absurdBoundsAndDoublesAreNamed() {
    List<List<Double>> returns = Sample.returns(new Random(3), 40, 2);
    Asset good = new Asset(Sample.id(0), 0, 0, 1);
    for (Asset bad :
        List.of(
            new Asset(Sample.id(1), 0, -0.1, 1),
            new Asset(Sample.id(1), 0, Double.NaN, 1),
            new Asset(Sample.id(1), 0, 0, Double.NaN),
            new Asset(Sample.id(1), 0, 0, Double.POSITIVE_INFINITY),
            new Asset(Sample.id(1), Double.POSITIVE_INFINITY, 0, 1))) {
      TargetPortfolio target = answer(List.of(good, bad), returns);
      assertThat(target.outcome()).as("%s", bad).isEqualTo(Outcome.BAD_INPUT);
      assertThat(target.failure()).contains("A01.SIM").contains("expected");
    }
    assertThat(answer(List.of(good, good), returns).failure()).contains("twice");
  }

  @Test
  void tooFewObservationsAreCounted() {
    MinimumVarianceSettings strict =
        new MinimumVarianceSettings(
            "strict", OptionalDouble.empty(), 30, 250, 0.5, 1e-6, OptionalDouble.empty());

    TargetPortfolio target =
        new MinimumVarianceOptimiser(strict)
            .optimise(
                new PortfolioProblem(Sample.assets(3, 0, 1), Sample.returns(new Random(1), 29, 3)));

    assertThat(target.outcome()).isEqualTo(Outcome.TOO_FEW_OBSERVATIONS);
    assertThat(target.failure()).contains("29").contains("30").contains("minObservations");
  }

  @Test
  void fewerObservationsThanAssetsAreShrunkHarderAndReported() {
    TargetPortfolio target =
        solve(
            Sample.SETTINGS,
            new PortfolioProblem(Sample.assets(40, 0, 1), Sample.returns(new Random(5), 10, 40)));

    assertThat(sum(weights(target))).isCloseTo(1, within(EXACT));
    assertThat(target.notes())
        .anySatisfy(note -> assertThat(note).contains("10 observations for 40 assets"));
  }

  @Test
  void aCovarianceThatIsNotPositiveDefiniteIsRepairedAndReported() {
    List<List<Double>> returns = new ArrayList<>();
    for (List<Double> row : Sample.returns(new Random(9), 50, 3)) {
      // The fourth is the first again, the fifth the sum of the second and the third.
      returns.add(List.of(row.get(0), row.get(1), row.get(2), row.get(0), row.get(1) + row.get(2)));
    }

    TargetPortfolio target =
        solve(Sample.plain(), new PortfolioProblem(Sample.assets(5, 0, 1), returns));

    double[] w = weights(target);
    assertThat(sum(w)).isCloseTo(1, within(EXACT));
    assertThat(w[0]).as("twins share their weight").isCloseTo(w[3], within(1e-6));
    assertThat(target.notes()).anySatisfy(note -> assertThat(note).contains("positive definite"));
  }

  @Test
  void whatDoesNotMoveIsReportedAndNothingMovingIsRefused() {
    List<List<Double>> returns = new ArrayList<>();
    for (List<Double> row : Sample.returns(new Random(9), 50, 2)) {
      returns.add(List.of(row.get(0), 0.001, row.get(1)));
    }
    assertThat(answer(Sample.assets(3, 0, 0.4), returns).notes())
        .anySatisfy(note -> assertThat(note).contains("A01.SIM did not move in 50"));

    TargetPortfolio still =
        answer(Sample.assets(2, 0, 1), Collections.nCopies(50, List.of(0.001, 0.002)));
    assertThat(still.outcome()).isEqualTo(Outcome.BAD_INPUT);
    assertThat(still.failure()).contains("none of the 2 assets moved");
  }

  @Test
  void aBigProblemIsSolved() {
    PortfolioProblem problem =
        new PortfolioProblem(Sample.assets(100, 0, 0.05), Sample.returns(new Random(11), 250, 100));

    assertThat(sum(weights(solve(Sample.SETTINGS, problem)))).isCloseTo(1, within(EXACT));
  }
}
