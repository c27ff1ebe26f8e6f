package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderIntent;
import io.headgate.routes.camel.internal.order.OrderLine;
import io.headgate.routes.camel.internal.order.OrderLineException;
import io.headgate.routes.camel.internal.order.OrderLineParser;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.order.OrderEntryException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.util.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * {@code headgate:orders}: asks the engine for an order and goes on when the decision is durable.
 * The body is an {@link OrderIntent}, an {@link OrderLine} or one line of JSON; afterwards it is
 * the {@link Decision}, or nothing with the header HeadgateRejected where the line says no order.
 * Buffer: the engine's bounded queue of intents; when it is full the exchange fails with QUEUE_FULL
 * and the route's error handler says when to try again.
 */
final class OrdersProducer extends DefaultAsyncProducer {

  private final HeadgateEndpoint endpoint;
  private final long timeoutMillis;

  OrdersProducer(HeadgateEndpoint endpoint, long timeoutMillis) {
    super(endpoint);
    this.endpoint = endpoint;
    this.timeoutMillis = timeoutMillis;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Message message = exchange.getMessage();
    OrderLine line = line(message);
    try {
      OrderIntent intent =
          message.getBody() instanceof OrderIntent given
              ? keyed(given, message)
              : OrderLineParser.parse(line);
      var unused =
          submit(intent)
              .whenComplete(
                  (decision, failure) -> finish(exchange, line, decision, failure, callback));
      return false;
    } catch (OrderLineException e) {
      reject(exchange, line, e);
      callback.done(true);
      return true;
    } catch (RuntimeException e) {
      exchange.setException(e);
      callback.done(true);
      return true;
    }
  }

  private CompletableFuture<Decision> submit(OrderIntent intent) {
    OrderEntry entry = endpoint.room().services().orderEntry().get();
    if (entry == null) {
      throw new OrderEntryException(
          OrderEntryException.Reason.NOT_READY, "the engine is absent; try again later");
    }
    return entry
        .submit(intent)
        .toCompletableFuture()
        .copy()
        .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS);
  }

  private static OrderLine line(Message message) {
    Object body = message.getBody();
    if (body instanceof OrderLine given) {
      return given;
    }
    return OrderLine.json(body instanceof String text ? text : String.valueOf(body));
  }

  private static OrderIntent keyed(OrderIntent intent, Message message) {
    Object key = message.getHeader(Headers.IDEMPOTENCY_KEY);
    boolean fill =
        intent.idempotencyKey().isEmpty() && key instanceof String text && !text.isEmpty();
    return fill && intent instanceof NewOrder order
        ? order.withIdempotencyKey((String) key)
        : intent;
  }

  private void finish(
      Exchange exchange,
      OrderLine line,
      @Nullable Decision decision,
      @Nullable Throwable failure,
      AsyncCallback callback) {
    if (failure != null) {
      Throwable plain = plain(failure);
      if (plain instanceof OrderEntryException refused
          && refused.reason() == OrderEntryException.Reason.KEY_REUSED) {
        reject(exchange, line, refused);
      } else {
        exchange.setException(plain);
      }
    } else if (decision != null) {
      answer(exchange.getMessage(), line, decision);
    }
    callback.done(false);
  }

  private static void answer(Message message, OrderLine line, Decision decision) {
    message.setBody(decision);
    message.setHeader(Headers.REJECTED, false);
    message.setHeader(Headers.ACCEPTED, decision.accepted());
    message.setHeader(Headers.REASON, decision.reason());
    JsonObject outcome = line.place();
    outcome.putAll(EventFields.decided(decision));
    message.setHeader(Headers.OUTCOME, outcome.toJson());
  }

  /** A line that will never be an order is an answer, not a failure: the next line goes on. */
  private static void reject(Exchange exchange, OrderLine line, Exception why) {
    JsonObject outcome = line.place();
    outcome.put("reason", String.valueOf(why.getMessage()));
    outcome.put("text", line.text());
    Message message = exchange.getMessage();
    message.setBody(null);
    message.setHeader(Headers.REJECTED, true);
    message.setHeader(Headers.ACCEPTED, false);
    message.setHeader(Headers.OUTCOME, outcome.toJson());
  }

  private Throwable plain(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException) {
      return new IllegalStateException(
          ("no decision within %d ms; the order may have been decided on: send it again with the"
                  + " same idempotencyKey")
              .formatted(timeoutMillis),
          cause);
    }
    return cause;
  }
}
