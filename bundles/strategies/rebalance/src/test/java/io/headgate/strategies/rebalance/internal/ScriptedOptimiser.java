package io.headgate.strategies.rebalance.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import io.headgate.spi.optimiser.TargetPortfolio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers what it is told to, by default equal weights. */
final class ScriptedOptimiser implements Optimiser {

  private final List<PortfolioProblem> asked = new ArrayList<>();
  private final Map<InstrumentId, Double> weights = new HashMap<>();
  private String failure = "";

  ScriptedOptimiser with(InstrumentId id, double weight) {
    weights.put(id, weight);
    return this;
  }

  void failing(String newFailure) {
    failure = newFailure;
  }

  List<PortfolioProblem> asked() {
    return asked;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public TargetPortfolio optimise(PortfolioProblem problem) {
    asked.add(problem);
    if (!failure.isEmpty()) {
      return new TargetPortfolio(Map.of(), failure);
    }
    if (!weights.isEmpty()) {
      return new TargetPortfolio(weights, "");
    }
    Map<InstrumentId, Double> equal = new HashMap<>();
    for (Asset asset : problem.assets()) {
      equal.put(asset.instrument(), 1.0 / problem.assets().size());
    }
    return new TargetPortfolio(equal, "");
  }
}
