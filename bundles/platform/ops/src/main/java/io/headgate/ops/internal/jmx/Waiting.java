package io.headgate.ops.internal.jmx;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an outcome, and tells a client in classes that every JMX client knows. */
final class Waiting {

  private static final int TIMEOUT_SECONDS = 10;

  private Waiting() {}

  /**
   * @throws IllegalStateException if there is no outcome in ten seconds, or it is a failure
   */
  static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "no answer within %d s; it may still take effect".formatted(TIMEOUT_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted");
    }
  }
}
