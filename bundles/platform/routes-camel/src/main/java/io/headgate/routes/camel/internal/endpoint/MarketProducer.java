package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.market.MarketBatch;
import io.headgate.routes.camel.internal.service.Slot;
import io.headgate.spi.data.MarketSink;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/**
 * {@code headgate:market}: gives a batch to the engine. Buffer: the engine's bounded queue; it
 * blocks while that is full. While the engine is absent (being replaced) a feed waits for the next
 * one; input from elsewhere waits {@code waitMillis} and then fails.
 */
final class MarketProducer extends DefaultProducer {

  /** Exchange property with the {@link Gate} of the feed that the batch came from. */
  static final String GATE = "HeadgateGate";

  private static final long LOOK_MILLIS = 200;

  private final Slot<MarketSink> slot;
  private final long waitMillis;

  MarketProducer(HeadgateEndpoint endpoint, long waitMillis) {
    super(endpoint);
    this.slot = endpoint.room().services().marketSink();
    this.waitMillis = waitMillis;
  }

  @Override
  public void process(Exchange exchange) throws InterruptedException {
    Object body = exchange.getMessage().getBody();
    if (!(body instanceof MarketBatch batch)) {
      throw new IllegalArgumentException(
          "headgate:market takes a MarketBatch, found "
              + (body == null ? "nothing" : body.getClass().getName()));
    }
    MarketSink sink = slot.get();
    if (sink == null || !offered(sink, batch)) {
      waitForAnother(exchange, batch, sink);
    }
  }

  /** An engine that has stopped takes nothing of the batch, so that the next may have it whole. */
  private static boolean offered(MarketSink sink, MarketBatch batch) {
    try {
      sink.accept(batch);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void waitForAnother(Exchange exchange, MarketBatch batch, @Nullable MarketSink stopped)
      throws InterruptedException {
    Gate gate = exchange.getProperty(GATE, Gate.class);
    long waited = 0;
    MarketSink dead = stopped;
    while (gate == null ? waited < waitMillis : !gate.isClosed()) {
      MarketSink next = slot.await(dead, LOOK_MILLIS);
      if (next != null) {
        if (offered(next, batch)) {
          return;
        }
        dead = next;
      }
      waited += LOOK_MILLIS;
    }
    throw new IllegalStateException(
        gate == null
            ? "the engine was absent for %d ms".formatted(waitMillis)
            : "the route has stopped while the engine was absent");
  }
}
