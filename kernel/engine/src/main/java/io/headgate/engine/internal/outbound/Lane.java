package io.headgate.engine.internal.outbound;

import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.loop.LiveLoop;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.control.TradingState;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connector and the thread that it sends on. The last look at the kill latch is here, in that
 * thread, directly before the connector is called.
 */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final BrokerConnector connector;
  private final EventLoop loop;
  private final KillLatch latch;
  private final SendResults results;
  private volatile boolean up;

  Lane(BrokerConnector connector, EventLoop loop, KillLatch latch, SendResults results) {
    this.connector = connector;
    this.loop = loop;
    this.latch = latch;
    this.results = results;
  }

  BrokerConnector connector() {
    return connector;
  }

  void start(BrokerContext context) {
    loop.urgent(
        () -> {
          connector.start(context);
          up = true;
          results.connected(connector.name());
        });
  }

  void stop() {
    up = false;
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    loop.urgent(
        () -> {
          try {
            connector.stop();
          } finally {
            stopped.complete(null);
          }
        });
    if (loop instanceof LiveLoop live) {
      if (!live.inLoop()) {
        stopped.orTimeout(5, java.util.concurrent.TimeUnit.SECONDS).exceptionally(e -> null).join();
      }
      live.close();
    }
    results.disconnected(connector.name());
  }

  /** Queues a command; false if the lane is full. */
  boolean offer(OrderCommand command) {
    if (command.addsRisk()) {
      return loop.offer(() -> send(command));
    }
    loop.urgent(() -> send(command));
    return true;
  }

  private void send(OrderCommand command) {
    ClOrdId id = command.clOrdId();
    String refusal = lastLook(command);
    if (refusal != null) {
      results.notSent(id, refusal);
      return;
    }
    try {
      connector.send(command);
      results.sent(id);
    } catch (NotSentException e) {
      results.notSent(id, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{} failed on {}; the order is in doubt", connector.name(), id, e);
      results.inDoubt(id, connector.name() + ": " + e.getMessage());
    }
  }

  private @Nullable String lastLook(OrderCommand command) {
    if (!up) {
      return "BROKER_DOWN";
    }
    NewOrder order = null;
    if (command instanceof OrderCommand.Send send) {
      order = send.order();
    } else if (command instanceof OrderCommand.Replace replace) {
      order = replace.order();
    }
    if (order == null) {
      return null;
    }
    TradingState state = latch.state(order.originator(), order.instrument().toString());
    return state == TradingState.HALTED ? "KILL_HALTED" : null;
  }

  void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {
    loop.urgent(
        () -> {
          if (up) {
            connector.requestStatus(clOrdId, instrument, side);
          }
        });
  }

  /** Market data for a simulated venue; a live lane that is behind skips to the latest. */
  void market(MarketBatch batch, int from, int to) {
    if (!up || !connector.wantsMarket()) {
      return;
    }
    if (loop instanceof LiveLoop live) {
      live.bulkLatest(() -> connector.onMarket(batch, from, to));
    } else {
      connector.onMarket(batch, from, to);
    }
  }

  /** Completes once everything queued before has run on this lane. */
  CompletableFuture<Void> barrier() {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    loop.urgent(() -> passed.complete(null));
    return passed;
  }
}
