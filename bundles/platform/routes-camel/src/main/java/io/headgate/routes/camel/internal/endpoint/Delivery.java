package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.order.OrderCommand;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The right to hand one approved command to one connector, once, while the engine waits for it.
 *
 * <p>When the route gives the command back undelivered, the engine journals NOT_SENT and releases
 * its rights; from then on nothing may send it, however late a queue or a retry in the route
 * arrives. And a route that copies its message must not send twice.
 */
final class Delivery {

  /** Exchange property that carries it; copies of the exchange share it. */
  static final String PROPERTY = "HeadgateDelivery";

  private enum State {
    OPEN,
    DISPATCHING,
    DISPATCHED,
    CLOSED
  }

  private final OrderCommand command;
  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

  Delivery(OrderCommand command) {
    this.command = command;
  }

  OrderCommand command() {
    return command;
  }

  /**
   * Claims the delivery.
   *
   * @throws IllegalStateException if it was delivered, is being delivered or was given back
   */
  void begin() {
    if (!state.compareAndSet(State.OPEN, State.DISPATCHING)) {
      throw new IllegalStateException(
          "%s was %s before; a route must hand each command to one broker, on the engine's thread"
              .formatted(
                  command.clOrdId(),
                  state.get() == State.CLOSED ? "given back to the engine" : "dispatched"));
    }
  }

  /** The connector's lane has it. */
  void succeed() {
    state.set(State.DISPATCHED);
  }

  /** It was refused before it reached a lane: the route may try another broker. */
  void fail() {
    state.set(State.OPEN);
  }

  /**
   * Ends it.
   *
   * @return whether a connector has the command; if not, none will get it any more
   */
  boolean close() {
    // A dispatch on another thread is under way: it ends in one of the other states at once.
    while (state.get() == State.DISPATCHING) {
      Thread.onSpinWait();
    }
    return !state.compareAndSet(State.OPEN, State.CLOSED) && state.get() == State.DISPATCHED;
  }
}
