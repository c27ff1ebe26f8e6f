package io.headgate.spi.strategy;

import io.headgate.model.instrument.InstrumentId;
import java.util.Map;

/**
 * The one answer to one {@link StrategyContext#requestTargets}.
 *
 * @param request number of the request
 * @param optimiser who was asked
 * @param state what it is worth
 * @param reason why it is not fresh
 * @param message the reason in words, with the next step; empty when fresh
 * @param weights share of the capital in each instrument; empty unless fresh
 * @param tsEvent when it was asked, engine time, UTC nanoseconds since 1970
 */
public record TargetAnswer(
    long request,
    String optimiser,
    AnswerState state,
    AnswerReason reason,
    String message,
    Map<InstrumentId, Double> weights,
    long tsEvent) {

  public TargetAnswer {
    weights = Map.copyOf(weights);
  }

  /** Whether there are weights to act on. */
  public boolean isFresh() {
    return state == AnswerState.FRESH;
  }
}
