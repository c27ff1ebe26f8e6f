package io.headgate.spi.strategy;

import io.headgate.model.instrument.InstrumentId;

/**
 * The one answer to one {@link StrategyContext#requestScore}.
 *
 * @param request number of the request
 * @param scorer who was asked
 * @param instrument what was asked about
 * @param state what it is worth
 * @param reason why it is not fresh
 * @param message the reason in words, with the next step; empty when fresh
 * @param value the score; its range is the model's; {@link Double#NaN} unless fresh
 * @param modelId model that said it; empty unless fresh
 * @param tsEvent source time of the last market event that the features had seen when the score was
 *     asked for, UTC nanoseconds since 1970; 0 where there was none
 */
public record ScoreAnswer(
    long request,
    String scorer,
    InstrumentId instrument,
    AnswerState state,
    AnswerReason reason,
    String message,
    double value,
    String modelId,
    long tsEvent) {

  /** Whether there is a score to act on. */
  public boolean isFresh() {
    return state == AnswerState.FRESH;
  }
}
