package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Problems to solve. */
final class Sample {

  static final MinimumVarianceSettings SETTINGS = settings(OptionalDouble.empty());

  private Sample() {}

  static MinimumVarianceSettings settings(OptionalDouble shrinkage) {
    return settings(shrinkage, OptionalDouble.empty());
  }

  static MinimumVarianceSettings settings(OptionalDouble shrinkage, OptionalDouble minReturn) {
    return new MinimumVarianceSettings("minimum-variance", shrinkage, 2, 250, 0.5, 1e-6, minReturn);
  }

  /** As the sample shows it, without shrinkage. */
  static MinimumVarianceSettings plain() {
    return settings(OptionalDouble.of(0));
  }

  static InstrumentId id(int i) {
    return InstrumentId.parse("A%02d.SIM".formatted(i));
  }

  /** Assets of equal bounds, without expectations. */
  static List<Asset> assets(int count, double min, double max) {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assets.add(new Asset(id(i), 0, min, max));
    }
    return assets;
  }

  /** Returns with one common factor, of about one per cent, and risks of their own. */
  static List<List<Double>> returns(Random random, int observations, int assets) {
    double[] beta = random.doubles(assets, 0.2, 1.8).toArray();
    double[] own = random.doubles(assets, 0.2, 2).toArray();
    List<List<Double>> returns = new ArrayList<>();
    for (int t = 0; t < observations; t++) {
      double factor = random.nextGaussian();
      List<Double> row = new ArrayList<>();
      for (int i = 0; i < assets; i++) {
        row.add(0.01 * (beta[i] * factor + own[i] * random.nextGaussian()));
      }
      returns.add(row);
    }
    return returns;
  }

  /** A problem whose bounds can be kept, some of them tight. */
  static PortfolioProblem seeded(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(29);
    List<Asset> assets = new ArrayList<>();
    double[] inside = random.doubles(size, 0, 1).toArray();
    double sum = 0;
    for (double share : inside) {
      sum += share;
    }
    for (int i = 0; i < size; i++) {
      double share = inside[i] / sum;
      double lower = random.nextInt(3) == 0 ? share * random.nextDouble() : 0;
      double upper = random.nextInt(3) == 0 ? share + (1 - share) * random.nextDouble() : 1;
      assets.add(new Asset(id(i), 0.001 * random.nextGaussian(), lower, upper));
    }
    return new PortfolioProblem(assets, returns(random, size / 2 + 2 + random.nextInt(90), size));
  }
}
