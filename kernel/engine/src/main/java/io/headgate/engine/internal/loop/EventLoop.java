package io.headgate.engine.internal.loop;

import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs tasks one at a time: the owner of all state that they touch. */
public interface EventLoop {

  /** Its time. */
  Clock clock();

  /** Timers whose tasks run here; only to be used by tasks of this loop. */
  Timers timers();

  /**
   * Runs a task that must not be lost (reports, controls, queries) before any waiting intent or
   * batch. Blocks the caller while its bounded queue is full, unless the caller is the loop itself.
   *
   * @throws IllegalStateException if the loop has stopped
   */
  void urgent(Runnable task);

  /**
   * Runs a task that may be refused; false if its bounded queue is full or the loop has stopped.
   */
  boolean offer(Runnable task);

  /** Whether the caller is the loop. */
  boolean inLoop();

  /**
   * Asks the loop from outside and waits for the answer.
   *
   * @throws IllegalStateException if there is no answer within five seconds, or the loop has
   *     stopped
   */
  default <T> T ask(Supplier<T> question) {
    if (inLoop()) {
      return question.get();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    urgent(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(5, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the order loop did not answer within 5 s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the order loop", e);
    }
  }
}
