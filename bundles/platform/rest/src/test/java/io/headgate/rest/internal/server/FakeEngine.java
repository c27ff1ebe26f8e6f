package io.headgate.rest.internal.server;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.order.OrderQuery;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides as a test wants it, and knows one open order. */
final class FakeEngine implements OrderEntry, OrderQuery {

  static final ClOrdId OPEN = new ClOrdId("N1", 1, 7);
  static final long NOON = 1_399_550_400_000_000_000L;

  static final Verdict BLOCK =
      new Verdict(
          "max-order-qty",
          Severity.BLOCK,
          "QTY_ABOVE_MAX",
          1500 * Fixed.ONE,
          1000 * Fixed.ONE,
          Unit.QTY,
          "limits/firm.csv:12");

  final List<OrderIntent> intents = new CopyOnWriteArrayList<>();
  volatile Function<OrderIntent, CompletionStage<Decision>> decides =
      intent -> CompletableFuture.completedFuture(decision(intent, true));

  static Decision decision(OrderIntent intent, boolean accepted) {
    return new Decision(
        new ClOrdId("N1", 1, 8),
        42,
        NOON,
        intent,
        accepted,
        accepted ? List.of() : List.of(BLOCK),
        "ab".repeat(32),
        "paper");
  }

  static Order openOrder() {
    NewOrder request =
        NewOrder.limit(
            new Originator("ALPHA", "bob", "momentum"),
            InstrumentId.parse("EURUSD.FXCM"),
            Side.BUY,
            1000 * Fixed.ONE,
            Fixed.parse("1.0842"),
            TimeInForce.DAY);
    return new Order(OPEN, OPEN, request, "paper", OrdStatus.NEW, 0, 0, "V1", NOON, NOON, "");
  }

  @Override
  public CompletionStage<Decision> submit(OrderIntent intent) {
    intents.add(intent);
    return decides.apply(intent);
  }

  @Override
  public @Nullable Order order(ClOrdId id) {
    return id.equals(OPEN) ? openOrder() : null;
  }

  @Override
  public List<Order> openOrders() {
    return List.of(openOrder());
  }

  @Override
  public List<Order> latestOrders(int limit) {
    return Collections.nCopies(Math.min(limit, 3), openOrder());
  }

  @Override
  public List<Decision> latestDecisions(int limit) {
    return Collections.nCopies(Math.min(limit, 3), decision(openOrder().request(), false));
  }

  @Override
  public @Nullable Decision decision(ClOrdId id) {
    return id.equals(OPEN) ? decision(openOrder().request(), true) : null;
  }
}
