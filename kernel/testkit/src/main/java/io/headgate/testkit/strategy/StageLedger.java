package io.headgate.testkit.strategy;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.strategy.Strategy;
import io.headgate.testkit.time.FixedClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders and positions of the strategy on the stage. */
final class StageLedger {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

  private final Strategy strategy;
  private final FixedClock clock;
  private final Map<ClOrdId, Order> open = new LinkedHashMap<>();
  private final Map<InstrumentId, Long> quantities = new HashMap<>();
  private final Map<InstrumentId, Long> marks = new HashMap<>();
  private Outcome outcome = Outcome.REST;
  private long trades;

  StageLedger(Strategy strategy, FixedClock clock) {
    this.strategy = strategy;
    this.clock = clock;
  }

  void outcome(Outcome newOutcome) {
    outcome = newOutcome;
  }

  void mark(MarketEvent event) {
    long price =
        event instanceof Quote quote
            ? quote.mid()
            : event instanceof Trade trade ? trade.price() : 0;
    if (price > 0) {
      marks.put(event.instrument(), price);
    }
  }

  void execute(ClOrdId id, OrderIntent intent) {
    if (intent instanceof NewOrder terms) {
      Order order = order(id, terms, OrdStatus.NEW, 0);
      open.put(id, order);
      tell(order, report(order, ExecType.NEW, 0, 0));
      fill(id, Math.min(outcome.filled(order), order.leavesQty()));
      Order rest = open.get(id);
      if (rest != null && isImmediate(terms)) {
        end(rest);
      }
    } else if (intent instanceof CancelOrder cancel && open.get(cancel.origClOrdId()) != null) {
      end(get(cancel.origClOrdId()));
    } else if (intent instanceof ReplaceOrder replace && open.get(replace.origClOrdId()) != null) {
      replace(get(replace.origClOrdId()), replace);
    }
  }

  void notSent(ClOrdId id, OrderIntent intent, String reason) {
    if (intent instanceof NewOrder terms) {
      strategy.onNotSent(order(id, terms, OrdStatus.DENIED, 0), reason);
      return;
    }
    ClOrdId target =
        intent instanceof CancelOrder cancel
            ? cancel.origClOrdId()
            : ((ReplaceOrder) intent).origClOrdId();
    Order order = open.get(target);
    if (order != null) {
      strategy.onNotSent(order, reason);
    }
  }

  private static boolean isImmediate(NewOrder terms) {
    return terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
  }

  private Order get(ClOrdId id) {
    Order order = open.get(id);
    if (order == null) {
      throw new IllegalArgumentException(
          "%s is not open; open are %s".formatted(id, open.keySet()));
    }
    return order;
  }

  private void end(Order order) {
    open.remove(order.id());
    Order ended = order(order.id(), order.request(), OrdStatus.CANCELED, order.cumQty());
    tell(ended, report(ended, ExecType.CANCELED, 0, 0));
  }

  private void replace(Order order, ReplaceOrder replace) {
    NewOrder old = order.request();
    NewOrder terms =
        new NewOrder(
            old.originator(),
            old.idempotencyKey(),
            old.instrument(),
            old.side(),
            old.type(),
            replace.quantity(),
            replace.limitPrice(),
            old.timeInForce(),
            old.expireTime(),
            old.broker());
    Order changed = order(order.id(), terms, order.status(), order.cumQty());
    open.put(order.id(), changed);
    tell(changed, report(changed, ExecType.REPLACED, 0, 0));
  }

  void fill(ClOrdId id, long quantity) {
    if (quantity == 0) {
      return;
    }
    Order before = get(id);
    NewOrder terms = before.request();
    long cum = before.cumQty() + quantity;
    boolean done = cum >= terms.quantity();
    Order after = order(id, terms, done ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED, cum);
    if (done) {
      open.remove(id);
    } else {
      open.put(id, after);
    }
    quantities.merge(terms.instrument(), quantity * terms.side().sign(), Long::sum);
    tell(after, report(after, ExecType.TRADE, quantity, price(terms)));
  }

  private long price(NewOrder terms) {
    @Nullable Long mark = marks.get(terms.instrument());
    return terms.limitPrice() > 0 ? terms.limitPrice() : mark == null ? Fixed.ONE : mark;
  }

  private Order order(ClOrdId id, NewOrder terms, OrdStatus status, long cumQty) {
    long now = clock.epochNanos();
    return new Order(id, id, terms, "stage", status, cumQty, 0, "S" + id, now, now, "");
  }

  private ExecutionReport report(Order order, ExecType type, long lastQty, long lastPx) {
    NewOrder terms = order.request();
    String key = lastQty == 0 ? "" : "T" + ++trades;
    return new ExecutionReport(
        "stage",
        type,
        order.clOrdId(),
        order.venueOrderId(),
        terms.instrument(),
        terms.side(),
        order.status(),
        key,
        DATE,
        lastQty,
        lastPx,
        order.cumQty(),
        0,
        "",
        clock.epochNanos(),
        "");
  }

  private void tell(Order order, ExecutionReport report) {
    strategy.onExecution(order, report);
  }

  List<Order> openOrders() {
    return List.copyOf(open.values());
  }

  Position position(InstrumentId instrument) {
    PositionKey key = new PositionKey(strategy.account(), instrument);
    long mark = marks.getOrDefault(instrument, 0L);
    return new Position(key, quantities.getOrDefault(instrument, 0L), 0, 0, 0, 0, mark, 0);
  }
}
