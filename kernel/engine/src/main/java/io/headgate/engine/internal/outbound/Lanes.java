package io.headgate.engine.internal.outbound;

import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.ExecutionSink;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The connectors of this node, each on its lane; safe from every thread. */
public final class Lanes implements Routing {

  private final ReferenceData reference;
  private final KillLatch latch;
  private final SendResults results;
  private final Function<String, EventLoop> loops;
  private final Map<String, Lane> lanes = new ConcurrentSkipListMap<>();
  private volatile IntSupplier room = () -> Integer.MAX_VALUE;

  /**
   * @param loops makes the loop of a lane by the connector's name: a thread live, inline in a
   *     replay
   */
  public Lanes(
      ReferenceData reference,
      KillLatch latch,
      SendResults results,
      Function<String, EventLoop> loops) {
    this.reference = reference;
    this.latch = latch;
    this.results = results;
    this.loops = loops;
  }

  /** Sets who knows how many commands can still wait for their route. */
  public void room(IntSupplier commands) {
    room = commands;
  }

  @Override
  public boolean hasRoom() {
    return room.getAsInt() > 0;
  }

  /** Adds a connector and starts it; one of the same name goes first. */
  public void add(BrokerConnector connector) {
    EventLoop loop = loops.apply(connector.name());
    Lane lane = new Lane(connector, loop, latch, results);
    Lane before = lanes.put(connector.name(), lane);
    if (before != null) {
      before.stop();
    }
    lane.start(context(loop));
  }

  private BrokerContext context(EventLoop loop) {
    return new LaneContext(loop.clock(), loop.timers(), results::reported, reference);
  }

  /** Lets a connector take changed settings, if it has any. */
  public void changed(BrokerConnector connector) {
    Lane lane = lanes.get(connector.name());
    if (lane != null && lane.connector() == connector) {
      lane.restart(context(lane.loop()));
    }
  }

  /** Stops a connector and removes it, unless another has taken its name. */
  public void remove(BrokerConnector connector) {
    Lane lane = lanes.get(connector.name());
    if (lane != null && lane.connector() == connector && lanes.remove(connector.name(), lane)) {
      lane.stop();
    }
  }

  /** Stops all connectors. */
  public void close() {
    new ArrayList<>(lanes.values()).forEach(lane -> remove(lane.connector()));
  }

  @Override
  public @Nullable String route(NewOrder order) {
    if (!order.broker().isEmpty()) {
      Lane named = lanes.get(order.broker());
      return named != null && named.serves(order.instrument().venue()) ? order.broker() : null;
    }
    for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
      if (entry.getValue().serves(order.instrument().venue())) {
        return entry.getKey();
      }
    }
    return null;
  }

  /**
   * Hands a command to a lane.
   *
   * @throws IllegalArgumentException if there is no such connector
   * @throws IllegalStateException if its lane is full
   */
  public void dispatch(String broker, OrderCommand command) {
    Lane lane = lanes.get(broker);
    if (lane == null) {
      throw new IllegalArgumentException(
          "no broker connector '%s'; there are %s".formatted(broker, lanes.keySet()));
    }
    if (!lane.offer(command)) {
      throw new IllegalStateException("the lane of broker connector '" + broker + "' is full");
    }
  }

  /** Asks the venue about an order, if its connector is there. */
  public void requestStatus(String broker, ClOrdId id, InstrumentId instrument, Side side) {
    Lane lane = lanes.get(broker);
    if (lane != null) {
      lane.requestStatus(id, instrument, side);
    }
  }

  /** Gives market data to the simulated venues among the connectors. */
  public void market(MarketBatch batch, int from, int to) {
    for (Lane lane : lanes.values()) {
      lane.market(batch, from, to);
    }
  }

  /** Completes once every lane has run everything that was queued before. */
  public CompletableFuture<Void> barrier() {
    List<CompletableFuture<Void>> passed = new ArrayList<>();
    lanes.values().forEach(lane -> passed.add(lane.barrier()));
    return CompletableFuture.allOf(passed.toArray(CompletableFuture[]::new));
  }

  private record LaneContext(
      Clock clock, Timers timers, ExecutionSink executions, ReferenceData reference)
      implements BrokerContext {}
}
