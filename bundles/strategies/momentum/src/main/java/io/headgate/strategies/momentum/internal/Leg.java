package io.headgate.strategies.momentum.internal;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.time.Timers.Timer;
import io.headgate.strategies.momentum.internal.MomentumSettings.OrderStyle;
import io.headgate.strategies.momentum.internal.MomentumSettings.Sizing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One instrument of the strategy: its averages, the side it wants, and the one order that works for
 * it. While an order works or a decision is awaited it asks for nothing new.
 */
final class Leg {

  /** Denials of one cross before it is given up. */
  private static final int MAX_TRIES = 3;

  /** The pause after denials doubles at most so often. */
  private static final int MAX_DOUBLINGS = 6;

  private final MomentumSettings settings;
  private final Instrument instrument;
  private final StrategyContext context;
  private final Averages averages;
  private final Map<ClOrdId, Working> working = new LinkedHashMap<>();
  private @Nullable Side wanted;
  private boolean asking;
  private boolean quoted;
  private int tries;
  private int denials;
  private long backoffUntil = Long.MIN_VALUE;

  Leg(MomentumSettings settings, Instrument instrument, StrategyContext context) {
    this.settings = settings;
    this.instrument = instrument;
    this.context = context;
    this.averages = new Averages(settings.trend());
  }

  /** An order from before the start that still works. */
  void adopt(Order order) {
    Working adopted = new Working(order.request().side());
    working.put(order.id(), adopted);
    watch(order.id(), adopted);
  }

  void onQuote(Quote quote) {
    if (quote.isTwoSided() && quote.bidPrice() <= quote.askPrice()) {
      quoted = true;
      observe(quote.mid(), quote.bidPrice(), quote.askPrice());
    }
  }

  /** Bars count where there are no quotes. */
  void onBar(Bar bar) {
    if (!quoted && bar.close() > 0) {
      observe(bar.close(), bar.close(), bar.close());
    }
  }

  private void observe(long price, long bid, long ask) {
    Side cross = averages.observe(price);
    if (cross != null) {
      wanted = cross;
      tries = 0;
    }
    if (wanted != null && !asking) {
      act(wanted, bid, ask);
    }
  }

  private void act(Side side, long bid, long ask) {
    if (!working.isEmpty()) {
      working.forEach((id, order) -> cancelIfAgainst(side, id, order));
      return;
    }
    if (context.clock().epochNanos() < backoffUntil) {
      return;
    }
    long quantity = quantity(side);
    NewOrder order = quantity > 0 ? order(side, quantity, bid, ask) : null;
    if (order == null) {
      wanted = null;
      return;
    }
    asking = true;
    context.submit(order);
  }

  private void cancelIfAgainst(Side side, ClOrdId id, Working order) {
    if (order.side != side) {
      cancel(id, order);
    }
  }

  /** Closes what stands against the side and, at the first try, opens an entry. */
  private long quantity(Side side) {
    Sizing sizing = settings.sizing();
    long held = context.position(instrument.id()).quantity() * side.sign();
    long opening = tries == 0 ? Math.max(entry(sizing), instrument.lotSize()) : 0;
    long quantity = Math.min(opening + Math.max(0, -held), sizing.maxPosition() - held);
    if (sizing.respectHeadroom()) {
      quantity = Math.min(quantity, context.headroom(instrument.id(), side));
    }
    return instrument.roundToLot(Math.max(0, quantity));
  }

  private long entry(Sizing sizing) {
    return instrument.roundToLot(sizing.orderQty());
  }

  private @Nullable NewOrder order(Side side, long quantity, long bid, long ask) {
    OrderStyle style = settings.sizing().style();
    if (style == OrderStyle.MARKET) {
      return context.marketOrder(instrument.id(), side, quantity);
    }
    boolean atAsk = (side == Side.BUY) == (style == OrderStyle.TAKE);
    long price = instrument.roundToTick(atAsk ? ask : bid, side == Side.BUY);
    return price > 0 ? context.limitOrder(instrument.id(), side, quantity, price) : null;
  }

  void onDecision(Decision decision) {
    if (decision.intent() instanceof NewOrder order) {
      asking = false;
      if (decision.accepted()) {
        accepted(decision.clOrdId(), order.side());
      } else {
        denied();
      }
    } else if (decision.intent() instanceof CancelOrder cancel && !decision.accepted()) {
      // A cancel is denied only where the order is no longer open.
      forget(cancel.origClOrdId());
    }
  }

  /** What it asked for got no decision, which is like a denial. */
  void onUndecided() {
    asking = false;
    denied();
  }

  private void forget(ClOrdId id) {
    Working gone = working.remove(id);
    if (gone != null) {
      gone.unwatch();
    }
  }

  private void accepted(ClOrdId id, Side side) {
    if (wanted == side) {
      wanted = null;
    }
    denials = 0;
    Working order = new Working(side);
    working.put(id, order);
    watch(id, order);
  }

  private void denied() {
    tries++;
    if (tries >= MAX_TRIES) {
      wanted = null;
    }
    long pause = settings.timing().backoffNanos() << Math.min(denials, MAX_DOUBLINGS);
    denials++;
    backoffUntil = context.clock().epochNanos() + pause;
  }

  void onExecution(Order order, ExecutionReport report) {
    Working known = working.get(order.id());
    if (known == null) {
      return;
    }
    if (order.status().isTerminal()) {
      forget(order.id());
    } else if (report.execType() == ExecType.CANCEL_REJECTED) {
      known.cancelAsked = false;
      watch(order.id(), known);
    }
  }

  /** An entry that has ended so is like a denial: it waits before it asks again. */
  void onNotSent(Order order) {
    Working known = working.get(order.id());
    if (known == null) {
      return;
    }
    if (order.status().isTerminal()) {
      forget(order.id());
      denied();
    } else {
      known.cancelAsked = false;
      watch(order.id(), known);
    }
  }

  private void watch(ClOrdId id, Working order) {
    order.unwatch();
    long at = context.clock().epochNanos() + settings.timing().orderTtlNanos();
    order.timer = context.timers().schedule(at, () -> grownOld(id, order));
  }

  /** Also after a cancel that nobody answered: it may never have been sent. */
  private void grownOld(ClOrdId id, Working order) {
    order.cancelAsked = false;
    cancel(id, order);
  }

  private void cancel(ClOrdId id, Working order) {
    if (!order.cancelAsked) {
      order.cancelAsked = true;
      watch(id, order);
      Originator self = Originator.strategy(settings.account(), settings.name());
      context.submit(new CancelOrder(self, "", id));
    }
  }

  /** Takes its timers back. */
  void stop() {
    working.values().forEach(Working::unwatch);
  }

  /** An order that is not finished. */
  private static final class Working {
    private final Side side;
    private boolean cancelAsked;
    private @Nullable Timer timer;

    Working(Side side) {
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
