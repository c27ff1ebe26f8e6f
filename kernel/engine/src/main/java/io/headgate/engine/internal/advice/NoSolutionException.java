package io.headgate.engine.internal.advice;

/** The optimiser says that the problem has no solution, which is an answer and no failure. */
final class NoSolutionException extends Exception {

  private final String reason;

  NoSolutionException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
