package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.order.OrderEntryException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Waits for what the engine answers, a bounded time and with a bounded number of requests, so that
 * an engine that hangs does not take the HTTP server with it.
 */
public final class Outcome {

  private final RestSettings settings;
  private final AtomicInteger waiting = new AtomicInteger();

  /** Waits as long as the settings say. */
  public Outcome(RestSettings settings) {
    this.settings = settings;
  }

  /**
   * Asks and waits.
   *
   * @param ask what to ask
   * @param howToLearn what a client should do who is not told the outcome in time
   * @throws io.headgate.rest.internal.problem.ProblemException if it could not be asked, was
   *     refused or took too long
   */
  public <T> T of(Supplier<CompletionStage<T>> ask, String howToLearn) {
    int limit = settings.now().waitingRequests();
    try {
      if (waiting.incrementAndGet() > limit) {
        throw ProblemType.BUSY
            .problem("%d requests are waiting for a decision already.".formatted(limit))
            .retryAfter(1)
            .exception();
      }
      return await(ask.get(), howToLearn);
    } catch (OrderEntryException e) {
      throw refused(e);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private <T> T await(CompletionStage<T> stage, String howToLearn) {
    long timeout = settings.now().decisionTimeoutMillis();
    try {
      return stage.toCompletableFuture().get(timeout, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw ProblemType.OUTCOME_UNKNOWN.because(
          "No answer within %d ms. It may still take effect. %s".formatted(timeout, howToLearn));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemType.OUTCOME_UNKNOWN.because(
          "The node is stopping. It may still take effect. %s".formatted(howToLearn));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the engine failed", e.getCause());
    }
  }

  private static RuntimeException refused(OrderEntryException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.reason()) {
      case NOT_READY -> ProblemType.NOT_READY.problem(message).retryAfter(5).exception();
      case QUEUE_FULL -> ProblemType.BUSY.problem(message).retryAfter(1).exception();
      case JOURNAL_UNAVAILABLE -> ProblemType.JOURNAL_UNAVAILABLE.problem(message).exception();
      case KEY_REUSED -> ProblemType.KEY_REUSED.problem(message).exception();
      case FAILED -> ProblemType.INTERNAL.problem(message).exception();
    };
  }
}
