package io.headgate.spi.strategy;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.time.Timers.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a strategy that works one order per instrument: it knows what is asked, what works
 * and since when, cancels what has grown old, and waits after a denial, twice as long after each
 * further one. For strategies that want no more than to be told when they may ask again; a strategy
 * passes on its {@code onDecision}, {@code onUndecided}, {@code onExecution} and {@code onNotSent}.
 * Deterministic; for use inside the strategy's callbacks only.
 */
public final class OrderDesk {

  /** The pause after denials doubles at most so often. */
  private static final int MAX_DOUBLINGS = 6;

  private final StrategyContext context;
  private final Originator self;
  private final long ttlNanos;
  private final long pauseNanos;
  private final Map<ClOrdId, Working> working = new LinkedHashMap<>();
  private final Set<InstrumentId> asked = new HashSet<>();
  private final Map<InstrumentId, Pause> pauses = new HashMap<>();

  /**
   * Takes over the orders of the strategy that are still open.
   *
   * @param ttlNanos age at which an open order is cancelled, nanoseconds, above 0
   * @param pauseNanos pause after a first denial, nanoseconds, above 0
   */
  public OrderDesk(Strategy strategy, StrategyContext context, long ttlNanos, long pauseNanos) {
    this.context = context;
    this.self = Originator.strategy(strategy.account(), strategy.name());
    this.ttlNanos = ttlNanos;
    this.pauseNanos = pauseNanos;
    for (Order order : context.openOrders()) {
      works(order.id(), order.request());
    }
  }

  /** Whether nothing is asked, nothing works, and no pause lasts: whether it may be asked now. */
  public boolean isFree(InstrumentId instrument) {
    Pause pause = pauses.get(instrument);
    return !isBusy(instrument)
        && (pause == null || context.clock().epochNanos() >= pause.untilNanos);
  }

  /** Whether an order is asked for or works. */
  public boolean isBusy(InstrumentId instrument) {
    return asked.contains(instrument)
        || working.values().stream().anyMatch(order -> order.instrument.equals(instrument));
  }

  /** Asks for an order. */
  public void submit(NewOrder order) {
    asked.add(order.instrument());
    context.submit(order);
  }

  /**
   * Cancels what works in an instrument on another side than {@code kept}; all where it is null.
   */
  public void cancelExcept(InstrumentId instrument, @Nullable Side kept) {
    List<ClOrdId> against = new ArrayList<>();
    working.forEach(
        (id, order) -> {
          if (order.instrument.equals(instrument) && order.side != kept) {
            against.add(id);
          }
        });
    against.forEach(this::cancel);
  }

  /**
   * Takes a decision.
   *
   * @return the request, if it was one for an order and was denied; else null
   */
  public @Nullable NewOrder onDecision(Decision decision) {
    if (decision.intent() instanceof NewOrder order) {
      asked.remove(order.instrument());
      if (decision.accepted()) {
        pauses.remove(order.instrument());
        works(decision.clOrdId(), order);
        return null;
      }
      pause(order.instrument());
      return order;
    }
    if (decision.intent() instanceof CancelOrder cancel && !decision.accepted()) {
      // A cancel is denied only where the order is no longer open.
      forget(cancel.origClOrdId());
    }
    return null;
  }

  /**
   * Takes word of an intent without a decision, which is like a denial: it pauses.
   *
   * @return the request, if it was one for an order; else null
   */
  public @Nullable NewOrder onUndecided(OrderIntent intent) {
    if (intent instanceof NewOrder order) {
      asked.remove(order.instrument());
      pause(order.instrument());
      return order;
    }
    // A cancel may be on its way; it is asked for again when its order has grown old once more.
    return null;
  }

  /** Takes a report about an order. */
  public void onExecution(Order order, ExecutionReport report) {
    if (order.status().isTerminal()) {
      forget(order.id());
    } else if (report.execType() == ExecType.CANCEL_REJECTED) {
      tryAgainLater(order.id());
    }
  }

  /** Takes word of a command that was not sent: for the order itself it is like a denial. */
  public void onNotSent(Order order) {
    if (order.status().isTerminal()) {
      forget(order.id());
      pause(order.request().instrument());
    } else {
      tryAgainLater(order.id());
    }
  }

  /** Takes all timers back; orders stay open. */
  public void stop() {
    working.values().forEach(Working::unwatch);
    working.clear();
  }

  private void works(ClOrdId id, NewOrder terms) {
    Working order = new Working(terms.instrument(), terms.side());
    working.put(id, order);
    watch(id, order);
  }

  private void forget(ClOrdId id) {
    Working gone = working.remove(id);
    if (gone != null) {
      gone.unwatch();
    }
  }

  private void pause(InstrumentId instrument) {
    Pause pause = pauses.computeIfAbsent(instrument, id -> new Pause());
    long nanos = pauseNanos << Math.min(pause.denials, MAX_DOUBLINGS);
    pause.denials++;
    pause.untilNanos = context.clock().epochNanos() + nanos;
  }

  private void tryAgainLater(ClOrdId id) {
    Working order = working.get(id);
    if (order != null) {
      order.cancelAsked = false;
      watch(id, order);
    }
  }

  private void watch(ClOrdId id, Working order) {
    order.unwatch();
    long at = context.clock().epochNanos() + ttlNanos;
    order.timer = context.timers().schedule(at, () -> grownOld(id, order));
  }

  /** Also after a cancel that nobody answered: it may never have been sent. */
  private void grownOld(ClOrdId id, Working order) {
    order.cancelAsked = false;
    cancel(id);
  }

  private void cancel(ClOrdId id) {
    Working order = working.get(id);
    if (order != null && !order.cancelAsked) {
      order.cancelAsked = true;
      watch(id, order);
      context.submit(new CancelOrder(self, "", id));
    }
  }

  /** After denials. */
  private static final class Pause {
    private int denials;
    private long untilNanos = Long.MIN_VALUE;
  }

  /** An order that is not finished. */
  private static final class Working {
    private final InstrumentId instrument;
    private final Side side;
    private boolean cancelAsked;
    private @Nullable Timer timer;

    Working(InstrumentId instrument, Side side) {
      this.instrument = instrument;
      this.side = side;
    }

    void unwatch() {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }
  }
}
