package io.headgate.spi.optimiser;

import io.headgate.model.instrument.InstrumentId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an optimiser answers.
 *
 * @param weights share of the capital in each instrument, in the order of the instruments; empty
 *     where there is no solution
 * @param outcome whether there is a solution, and else what kind of reason there is for none
 * @param failure why there is none, naming the bound or the data; empty where there is one
 * @param notes what was done to the data on the way, for people: a covariance that was repaired, an
 *     asset that did not move; empty where there is nothing to say
 */
public record TargetPortfolio(
    Map<InstrumentId, Double> weights, Outcome outcome, String failure, List<String> notes) {

  /** Whether there is a solution. */
  public enum Outcome {
    /** Weights are given. */
    SOLVED,
    /** No weights keep all bounds at once. */
    INFEASIBLE,
    /** A number of the problem is not finite, out of any sensible range, or contradicts another. */
    BAD_INPUT,
    /** There are not enough observations to say anything about risk. */
    TOO_FEW_OBSERVATIONS,
    /** The solver gave up, or the optimiser does not say more than its message. */
    FAILED
  }

  public TargetPortfolio {
    SortedMap<InstrumentId, Double> sorted = new TreeMap<>(weights);
    weights = Collections.unmodifiableMap(sorted);
    notes = List.copyOf(notes);
  }

  /** An answer without notes: solved where there is no failure. */
  public TargetPortfolio(Map<InstrumentId, Double> weights, String failure) {
    this(weights, failure.isEmpty() ? Outcome.SOLVED : Outcome.FAILED, failure, List.of());
  }

  /** No weights, and why. */
  public static TargetPortfolio none(Outcome outcome, String failure) {
    return new TargetPortfolio(Map.of(), outcome, failure, List.of());
  }
}
