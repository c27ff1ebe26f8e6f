package io.headgate.engine.internal.advice;

import io.headgate.spi.strategy.AnswerReason;

/** There is no answer to give, for a reason that is no failure of the plug-in. */
final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final AnswerReason reason;
  private final String why;

  NoAnswerException(AnswerReason reason, String why) {
    super(why);
    this.reason = reason;
    this.why = why;
  }

  AnswerReason reason() {
    return reason;
  }

  String why() {
    return why;
  }
}
