package io.headgate.engine.internal.advice;

import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.spi.time.Timers.Timer;
import org.jspecify.annotations.Nullable;

/** A request until its one answer. Answered in the loop; others may look whether it is open. */
final class Ticket<R> {

  private final Adviser<?> adviser;
  private final long deadline;
  private final Reply<R> reply;
  private @Nullable Timer timer;
  private volatile boolean open = true;

  /** Takes the answer, in the loop. */
  interface Reply<R> {
    void fresh(R result);

    void not(AnswerState state, AnswerReason reason, String message);
  }

  Ticket(Adviser<?> adviser, long deadline, Reply<R> reply) {
    this.adviser = adviser;
    this.deadline = deadline;
    this.reply = reply;
  }

  Adviser<?> adviser() {
    return adviser;
  }

  boolean isOpen() {
    return open;
  }

  long deadline() {
    return deadline;
  }

  void timer(Timer newTimer) {
    timer = newTimer;
  }

  void fresh(R result) {
    if (close()) {
      adviser.tally().fresh();
      reply.fresh(result);
    }
  }

  void stale() {
    not(
        AnswerState.STALE,
        AnswerReason.DEADLINE_PASSED,
        "%s did not answer by the deadline; allow it more time or ask it less often"
            .formatted(adviser.name()));
  }

  void unavailable(AnswerReason reason, String message) {
    not(AnswerState.UNAVAILABLE, reason, message);
  }

  private void not(AnswerState state, AnswerReason reason, String message) {
    if (close()) {
      adviser.tally().not(state, reason, message);
      reply.not(state, reason, message);
    }
  }

  private boolean close() {
    if (!open) {
      return false;
    }
    open = false;
    if (timer != null) {
      timer.cancel();
    }
    return true;
  }
}
