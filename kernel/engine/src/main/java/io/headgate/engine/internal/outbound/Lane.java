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
import java.util.concurrent.TimeUnit;
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
  private volatile boolean misbehaves;
  private long generation;

  Lane(BrokerConnector connector, EventLoop loop, KillLatch latch, SendResults results) {
    this.connector = connector;
    this.loop = loop;
    this.latch = latch;
    this.results = results;
  }

  BrokerConnector connector() {
    return connector;
  }

  EventLoop loop() {
    return loop;
  }

  void start(BrokerContext context) {
    loop.urgent(() -> connect(context));
  }

  private void connect(BrokerContext context) {
    misbehaves = false;
    generation = connector.generation();
    try {
      connector.start(context);
    } catch (RuntimeException | LinkageError e) {
      results.failed(connector.name(), e);
      return;
    }
    up = true;
    results.connected(connector.name());
  }

  /** Lets the connector take changed settings, between two commands; what waits goes on waiting. */
  void restart(BrokerContext context) {
    loop.urgent(
        () -> {
          if (connector.generation() == generation) {
            return;
          }
          if (up) {
            up = false;
            disconnect();
            // What the venue says in between is lost: its orders are asked about once it is back.
            results.disconnected(connector.name());
          }
          LOG.info("broker connector {} takes changed settings", connector.name());
          connect(context);
        });
  }

  private void disconnect() {
    try {
      connector.stop();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("broker connector {} failed while it stopped", connector.name(), e);
    }
  }

  void stop() {
    up = false;
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    loop.urgent(
        () -> {
          disconnect();
          stopped.complete(null);
        });
    if (loop instanceof LiveLoop live) {
      if (!live.inLoop()) {
        stopped.completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
      }
      live.close();
    }
    results.disconnected(connector.name());
  }

  /**
   * Queues a command behind those before it; false if the lane is full. A cancel finds room then
   * too.
   */
  boolean offer(OrderCommand command) {
    if (loop.offer(() -> send(command))) {
      return true;
    }
    if (command.addsRisk()) {
      return false;
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
    results.sending(id);
    try {
      connector.send(command);
      results.sent(id);
    } catch (NotSentException e) {
      results.notSent(id, String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
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

  /**
   * Asks the venue, behind every command that is queued: asked any earlier, the venue would deny an
   * order that is still to be sent. A full lane is asked again later.
   */
  void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {
    loop.offer(
        () -> {
          if (up) {
            connector.requestStatus(clOrdId, instrument, side);
          }
        });
  }

  /** Market data for a simulated venue; a live lane that is behind skips to the latest. */
  void market(MarketBatch batch, int from, int to) {
    if (!up || !wantsMarket()) {
      return;
    }
    if (loop instanceof LiveLoop live) {
      live.bulkLatest(() -> give(batch, from, to));
    } else {
      give(batch, from, to);
    }
  }

  private boolean wantsMarket() {
    try {
      return connector.wantsMarket();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      misbehaved("wantsMarket", e);
      return false;
    }
  }

  private void give(MarketBatch batch, int from, int to) {
    try {
      connector.onMarket(batch, from, to);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      misbehaved("onMarket", e);
    }
  }

  /** Whether it serves a venue; one that cannot say does not. */
  boolean serves(String venue) {
    try {
      return connector.serves(venue);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      misbehaved("serves", e);
      return false;
    }
  }

  /** Told once until its next start: it is asked at every order and every price. */
  private void misbehaved(String method, Throwable failure) {
    if (!misbehaves) {
      misbehaves = true;
      results.misbehaved(connector.name(), method, failure);
    }
  }

  /** Completes once everything queued before has run on this lane. */
  CompletableFuture<Void> barrier() {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    loop.urgent(() -> passed.complete(null));
    return passed;
  }
}
