package io.headgate.testkit.contract;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import io.headgate.spi.optimiser.TargetPortfolio;
import java.util.Map;
import java.util.TreeMap;

class OptimiserContractTest extends OptimiserContract {

  @Override
  protected Optimiser create() {
    return new Minimal();
  }

  /** Holds as little as the bounds allow. */
  private static final class Minimal implements Optimiser {
    @Override
    public String name() {
      return "minimal";
    }

    @Override
    public TargetPortfolio optimise(PortfolioProblem problem) {
      Map<InstrumentId, Double> weights = new TreeMap<>();
      for (Asset asset : problem.assets()) {
        if (!Double.isFinite(asset.expectedReturn()) || asset.minWeight() > asset.maxWeight()) {
          return new TargetPortfolio(Map.of(), "no solution because of " + asset.instrument());
        }
        weights.put(asset.instrument(), asset.minWeight());
      }
      return new TargetPortfolio(weights, "");
    }
  }
}
