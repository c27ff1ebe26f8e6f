package io.headgate.spi.optimiser;

import io.headgate.model.instrument.InstrumentId;
import java.util.Map;

/**
 * What an optimiser answers.
 *
 * @param weights share of the capital in each instrument; empty where there is no solution
 * @param failure why there is none, naming the bound or the data; empty where there is one
 */
public record TargetPortfolio(Map<InstrumentId, Double> weights, String failure) {

  public TargetPortfolio {
    weights = Map.copyOf(weights);
  }
}
