package io.headgate.spi.optimiser;

import io.headgate.model.instrument.InstrumentId;
import java.util.List;

/**
 * What an optimiser is asked.
 *
 * @param assets what may be held, with its bounds
 * @param returns observations of past returns (0.01 is one per cent), oldest first, each with one
 *     entry for each asset
 */
public record PortfolioProblem(List<Asset> assets, List<List<Double>> returns) {

  /**
   * @throws IllegalArgumentException if an observation has another number of entries than there are
   *     assets
   */
  public PortfolioProblem {
    assets = List.copyOf(assets);
    returns = returns.stream().map(List::copyOf).toList();
    for (int i = 0; i < returns.size(); i++) {
      if (returns.get(i).size() != assets.size()) {
        throw new IllegalArgumentException(
            "observation %d has %d returns, expected one for each of %d assets"
                .formatted(i, returns.get(i).size(), assets.size()));
      }
    }
  }

  /**
   * One candidate.
   *
   * @param instrument what it is
   * @param expectedReturn for the horizon of one observation
   * @param minWeight lower bound of its share of the capital
   * @param maxWeight upper bound of its share of the capital
   */
  public record Asset(
      InstrumentId instrument, double expectedReturn, double minWeight, double maxWeight) {}
}
