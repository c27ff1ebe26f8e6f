package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.market.MarketBatch;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.MarketSink;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code headgate:feed}: runs a data adapter and makes one exchange of each batch, on the adapter's
 * thread, so that an engine that is busy slows the adapter (which conflates on its side). Buffer:
 * none here. A suspended route blocks the adapter; a stopped one stops it.
 */
final class FeedConsumer extends ServiceConsumer<DataAdapter> {

  private static final Logger LOG = LoggerFactory.getLogger(FeedConsumer.class);

  private volatile Feed feed = new Feed(new Gate());

  FeedConsumer(HeadgateEndpoint endpoint, Processor processor, String adapter) {
    super(endpoint, processor, endpoint.room().services().adapter(adapter));
  }

  @Override
  AutoCloseable attach(DataAdapter adapter) {
    Feed fresh = new Feed(new Gate());
    feed = fresh;
    if (isSuspended()) {
      fresh.gate.hold();
    }
    adapter.start(fresh);
    return () -> {
      fresh.gate.close();
      adapter.stop();
    };
  }

  @Override
  protected void doSuspend() {
    feed.gate.hold();
  }

  @Override
  protected void doResume() {
    feed.gate.open();
  }

  /** Where one run of the adapter leads to. */
  private final class Feed implements MarketSink {
    private final Gate gate;

    Feed(Gate gate) {
      this.gate = gate;
    }

    @Override
    public void accept(MarketBatch batch) {
      if (!gate.pass()) {
        throw new IllegalStateException("route " + getRouteId() + " has stopped");
      }
      Exchange exchange = createExchange(false);
      try {
        exchange.getIn().setBody(batch);
        exchange.setProperty(MarketProducer.GATE, gate);
        process(exchange);
      } finally {
        releaseExchange(exchange, false);
      }
    }

    private void process(Exchange exchange) {
      try {
        getProcessor().process(exchange);
      } catch (Exception e) {
        exchange.setException(e);
      }
      Exception failure = exchange.getException();
      if (failure != null && gate.isClosed()) {
        throw new IllegalStateException("route " + getRouteId() + " has stopped", failure);
      }
      // The watch over all routes raises an alarm; one bad batch must not end the feed.
      if (failure != null) {
        LOG.debug("Route {} lost a batch", getRouteId(), failure);
      }
    }
  }
}
