package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.optimiser.TargetPortfolio.Outcome;

/** Why a problem has no weights; becomes the answer, and never leaves the bundle. */
final class Unsolvable extends Exception {

  private static final long serialVersionUID = 1;

  private final Outcome outcome;

  Unsolvable(Outcome outcome, String message) {
    super(message, null, false, false);
    this.outcome = outcome;
  }

  TargetPortfolio answer() {
    return TargetPortfolio.none(outcome, String.valueOf(getMessage()));
  }
}
