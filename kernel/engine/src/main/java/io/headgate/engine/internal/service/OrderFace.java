package io.headgate.engine.internal.service;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.path.OrderIntake;
import io.headgate.model.decision.Decision;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.position.Position;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.spi.order.OrderQuery;
import io.headgate.spi.positions.PositionQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders in, and orders and positions to look at. */
@Component(service = {OrderEntry.class, OrderQuery.class, PositionQuery.class})
public final class OrderFace implements OrderEntry, OrderQuery, PositionQuery {

  private final Engine engine;

  /** Shows a running engine. */
  @Activate
  public OrderFace(@Reference EngineHandle handle) {
    this(handle.engine());
  }

  OrderFace(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<Decision> submit(OrderIntent intent) {
    CompletableFuture<Decision> outcome = new CompletableFuture<>();
    boolean taken =
        engine.submit(
            intent,
            new OrderIntake.Reply() {
              @Override
              public void durable(Decision decision) {
                outcome.complete(decision);
              }

              @Override
              public void failed(OrderEntryException failure) {
                outcome.completeExceptionally(failure);
              }
            });
    if (!taken) {
      outcome.completeExceptionally(
          new OrderEntryException(
              OrderEntryException.Reason.QUEUE_FULL,
              "the queue of intents is full; nothing was decided, try again later"));
    }
    return outcome;
  }

  @Override
  public @Nullable Order order(ClOrdId id) {
    return engine
        .<List<Order>>ask(
            state -> {
              OrderState order = state.orders().find(id);
              return order == null ? List.of() : List.of(order.snapshot());
            })
        .stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Order> openOrders() {
    return engine.ask(state -> state.orders().open().stream().map(OrderState::snapshot).toList());
  }

  @Override
  public List<Order> latestOrders(int limit) {
    return engine.ask(
        state -> state.orders().latest(limit).stream().map(OrderState::snapshot).toList());
  }

  @Override
  public List<Decision> latestDecisions(int limit) {
    return engine.ask(state -> state.decisions().latest(limit));
  }

  @Override
  public @Nullable Decision decision(ClOrdId id) {
    return engine.<List<Decision>>ask(state -> found(state, id)).stream().findFirst().orElse(null);
  }

  private static List<Decision> found(EngineState state, ClOrdId id) {
    Decision decision = state.decisions().find(id);
    return decision == null ? List.of() : List.of(decision);
  }

  @Override
  public List<Position> positions() {
    return engine.ask(state -> state.positions().all());
  }
}
