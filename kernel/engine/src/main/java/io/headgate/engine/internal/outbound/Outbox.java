package io.headgate.engine.internal.outbound;

import io.headgate.engine.internal.durable.Durability;
import io.headgate.engine.internal.monitor.PathStages;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderCommand;
import io.headgate.spi.broker.Outbound;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every command until its decision is durable, then hands it to the route (live) or straight
 * to its lane (replay). Nothing that adds risk leaves earlier (invariant I2).
 */
public final class Outbox implements Outbound, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** Commands that can wait for durability and route; beyond it orders are denied. */
  private static final int CAPACITY = 65_536;

  /** Places that only cancels may take. */
  private static final int KEPT_FOR_CANCELS = 4_096;

  private final Durability durability;
  private final Lanes lanes;
  private final SendResults results;
  private final PathStages stages;
  private final ArrayBlockingQueue<OrderCommand> approved = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicReference<@Nullable Consumer<OrderCommand>> taker = new AtomicReference<>();
  private final @Nullable Thread thread;
  private final Map<ClOrdId, OrderCommand> undurable = new ConcurrentHashMap<>();
  private final Map<ClOrdId, OrderCommand> onTheWay = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * @param stages is told of each stage that a command reaches
   * @param routed whether commands go through a route on a thread of their own, or straight on
   */
  public Outbox(
      Durability durability, Lanes lanes, SendResults results, PathStages stages, boolean routed) {
    this.durability = durability;
    this.lanes = lanes;
    this.results = results;
    this.stages = stages;
    if (routed) {
      thread = new Thread(this::deliver, "headgate-outbox");
      thread.setDaemon(true);
    } else {
      thread = null;
    }
    lanes.room(this::room);
  }

  /** Begins to deliver. */
  public void start() {
    if (thread != null) {
      thread.start();
    }
  }

  private int room() {
    return CAPACITY - KEPT_FOR_CANCELS - approved.size() - durability.size();
  }

  /**
   * Adds what must wait for a record.
   *
   * @param command goes out once the record is durable; null where nothing is to be sent
   * @param onDurable runs then, before the command goes out; must be fast
   */
  public void add(long sequence, @Nullable OrderCommand command, Runnable onDurable) {
    if (command != null) {
      undurable.put(command.clOrdId(), command);
      stages.decided(command.clOrdId());
    }
    durability.after(
        sequence,
        () -> {
          onDurable.run();
          if (command != null) {
            nowDurable(command);
          }
        });
  }

  private void nowDurable(OrderCommand command) {
    stages.durable(command.clOrdId());
    // Seen on the way before it is gone from the other map: a withdrawal finds it in one of them.
    onTheWay.put(command.clOrdId(), command);
    if (undurable.remove(command.clOrdId(), command)) {
      handOver(command);
    } else {
      onTheWay.remove(command.clOrdId(), command);
    }
  }

  /** A cancel that could not be journalled goes all the same. */
  public void sendUnjournalled(OrderCommand.Cancel cancel) {
    handOver(cancel);
  }

  private void handOver(OrderCommand command) {
    onTheWay.put(command.clOrdId(), command);
    if (thread == null) {
      give(c -> dispatch(c.broker(), c), command);
    } else if (!approved.offer(command)) {
      withdraw(command, "ROUTE_UNAVAILABLE");
    }
  }

  private void deliver() {
    try {
      while (!closed) {
        OrderCommand command = approved.poll(100, TimeUnit.MILLISECONDS);
        if (command != null) {
          giveToTaker(command);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks who takes it only once there is a command: routes come and go in between. */
  private void giveToTaker(OrderCommand command) throws InterruptedException {
    Consumer<OrderCommand> to = taker.get();
    while (to == null && !closed) {
      synchronized (taker) {
        if (taker.get() == null) {
          taker.wait(100);
        }
      }
      to = taker.get();
    }
    if (to != null) {
      give(to, command);
    }
  }

  private void give(Consumer<OrderCommand> to, OrderCommand command) {
    try {
      to.accept(command);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      if (!withdraw(command, "the route failed: " + e.getMessage())) {
        LOG.warn("the route failed behind the connector's lane, {} is out already", command, e);
      }
    }
  }

  private boolean withdraw(OrderCommand command, String reason) {
    boolean withdrawn = onTheWay.remove(command.clOrdId(), command);
    if (withdrawn) {
      results.notSent(command.clOrdId(), reason);
    }
    return withdrawn;
  }

  /**
   * Takes a command back that still waits for its record or its route, so that it can not be sent
   * any more. A cancel that waits for its record goes out instead: it never waits for the disk.
   *
   * @return false if it has reached its lane
   */
  public boolean withdraw(ClOrdId clOrdId, String reason) {
    OrderCommand early = undurable.remove(clOrdId);
    if (early != null) {
      if (early.addsRisk()) {
        results.notSent(clOrdId, reason);
      } else {
        handOver(early);
      }
      return true;
    }
    OrderCommand command = onTheWay.get(clOrdId);
    return command != null && withdraw(command, reason);
  }

  /** Whether a command still waits for its record or its route. */
  public boolean holds(ClOrdId clOrdId) {
    return undurable.containsKey(clOrdId) || onTheWay.containsKey(clOrdId);
  }

  /** Whether nothing waits for durability or for its route. */
  public boolean isEmpty() {
    return durability.size() == 0 && approved.isEmpty() && onTheWay.isEmpty();
  }

  @Override
  public AutoCloseable onApproved(Consumer<OrderCommand> to) {
    if (!taker.compareAndSet(null, to)) {
      throw new IllegalStateException(
          "another route takes the approved commands; stop it before this one is started");
    }
    synchronized (taker) {
      taker.notifyAll();
    }
    return () -> taker.compareAndSet(to, null);
  }

  @Override
  public void dispatch(String broker, OrderCommand command) {
    // A route can neither invent a command, nor change one, nor send one twice.
    if (!onTheWay.remove(command.clOrdId(), command)) {
      throw new IllegalStateException(
          "%s is not an approved command that still waits to be sent".formatted(command.clOrdId()));
    }
    try {
      lanes.dispatch(broker, command);
    } catch (RuntimeException e) {
      onTheWay.put(command.clOrdId(), command);
      throw e;
    }
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
