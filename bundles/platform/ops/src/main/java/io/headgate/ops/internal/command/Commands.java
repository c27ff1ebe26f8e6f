package io.headgate.ops.internal.command;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.order.OrderEntry;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** How commands wait, and what they say when something cannot be done. */
public final class Commands {

  private static final int TIMEOUT_SECONDS = 10;

  private Commands() {}

  /** A field that the shell has filled in. */
  public static <T> T injected(@Nullable T field) {
    if (field == null) {
      throw new IllegalStateException("the console did not fill in a reference of this command");
    }
    return field;
  }

  /** The ClOrdID that somebody typed. */
  public static ClOrdId id(@Nullable String text) {
    return ClOrdId.parse(injected(text));
  }

  /** Submits and waits for the durable decision. */
  public static Decision submit(@Nullable OrderEntry entry, OrderIntent intent) throws Exception {
    return await(injected(entry).submit(intent));
  }

  /**
   * Waits for an outcome.
   *
   * @throws IllegalStateException if there is none in ten seconds; it may still come
   */
  public static <T> T await(CompletionStage<T> stage) throws Exception {
    try {
      return stage.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "no answer within %d s; it may still take effect, look with order:list and kill:list"
              .formatted(TIMEOUT_SECONDS),
          e);
    }
  }
}
