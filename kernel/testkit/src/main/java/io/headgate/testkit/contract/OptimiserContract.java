package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.optimiser.TargetPortfolio.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Optimiser} promises. */
public abstract class OptimiserContract {

  private static final double ROUNDING = 1e-6;

  /** Makes an optimiser. */
  protected abstract Optimiser create() throws Exception;

  @Test
  void hasAName() throws Exception {
    assertThat(create().name()).matches("[a-z0-9-]{1,32}");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void weightsKeepTheirBoundsAndNameTheAssets(long seed) throws Exception {
    PortfolioProblem problem = problem(seed, 0, 1);

    TargetPortfolio target = create().optimise(problem);

    assertThat(target.failure()).isEmpty();
    assertThat(target.outcome()).isEqualTo(Outcome.SOLVED);
    List<InstrumentId> known = problem.assets().stream().map(Asset::instrument).toList();
    assertThat(known).containsAll(target.weights().keySet());
    for (Asset asset : problem.assets()) {
      double weight = target.weights().getOrDefault(asset.instrument(), 0.0);
      assertThat(weight).isBetween(asset.minWeight() - ROUNDING, asset.maxWeight() + ROUNDING);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameProblemHasTheSameAnswer(long seed) throws Exception {
    Optimiser optimiser = create();

    TargetPortfolio first = optimiser.optimise(problem(seed, 0, 1));
    optimiser.optimise(problem(seed + 1_000, 0, 0.5));

    assertThat(optimiser.optimise(problem(seed, 0, 1))).isEqualTo(first);
    assertThat(create().optimise(problem(seed, 0, 1))).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheAssetsDoesNotMatter(long seed) throws Exception {
    PortfolioProblem problem = problem(seed, 0, 0.6);
    List<Asset> assets = new ArrayList<>(problem.assets());
    List<List<Double>> returns = new ArrayList<>();
    for (List<Double> observation : problem.returns()) {
      returns.add(reversed(observation));
    }

    TargetPortfolio turned =
        create().optimise(new PortfolioProblem(reversed(assets), List.copyOf(returns)));

    TargetPortfolio straight = create().optimise(problem);
    assertThat(turned.weights().keySet()).isEqualTo(straight.weights().keySet());
    straight
        .weights()
        .forEach(
            (id, weight) ->
                assertThat(turned.weights().get(id)).as("%s", id).isCloseTo(weight, within(1e-9)));
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  @Test
  void crossedBoundsHaveNoSolutionAndSaySo() throws Exception {
    TargetPortfolio target = create().optimise(problem(1, 0.6, 0.4));

    assertThat(target.weights()).isEmpty();
    assertThat(target.failure()).isNotBlank();
    assertThat(target.outcome()).isNotEqualTo(Outcome.SOLVED);
  }

  @Test
  void aProblemWithoutAssetsGetsAnAnswerNotAnException() throws Exception {
    TargetPortfolio target = create().optimise(new PortfolioProblem(List.of(), List.of()));

    assertThat(target.weights()).isEmpty();
  }

  @Test
  void numbersThatAreNotFiniteGetAReasonNotWeights() throws Exception {
    Asset asset = new Asset(InstrumentId.parse("A0.SIM"), Double.NaN, 0, 1);

    TargetPortfolio target =
        create().optimise(new PortfolioProblem(List.of(asset), List.of(List.of(0.01))));

    assertThat(target.weights()).isEmpty();
    assertThat(target.failure()).isNotBlank();
    assertThat(target.outcome()).isNotEqualTo(Outcome.SOLVED);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  /** Five assets with twenty observations. */
  protected static PortfolioProblem problem(long seed, double minWeight, double maxWeight) {
    Random random = new Random(seed);
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      InstrumentId id = InstrumentId.parse("A" + i + ".SIM");
      assets.add(new Asset(id, random.nextDouble() / 100, minWeight, maxWeight));
    }
    List<List<Double>> returns = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      returns.add(random.doubles(5, -0.02, 0.02).boxed().toList());
    }
    return new PortfolioProblem(assets, returns);
  }
}
