package io.headgate.engine.internal.strategy;

import io.headgate.engine.internal.advice.AdviceDesk;
import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import java.util.List;
import java.util.function.Consumer;

/** What one strategy may ask of the engine. */
final class SlotContext implements StrategyContext {

  private final StrategySlot slot;
  private final long life;
  private final Originator originator;
  private final EngineState state;
  private final Rights rights;
  private final EventLoop loop;
  private final AdviceDesk advice;
  private final Consumer<OrderIntent> intents;
  private final int start;

  SlotContext(
      StrategySlot slot,
      EngineState state,
      Rights rights,
      EventLoop loop,
      AdviceDesk advice,
      Consumer<OrderIntent> intents) {
    this.slot = slot;
    this.life = slot.life();
    this.originator = slot.originator();
    this.state = state;
    this.rights = rights;
    this.loop = loop;
    this.advice = advice;
    this.intents = intents;
    this.start = slot.nextStart();
  }

  @Override
  public Clock clock() {
    return loop.clock();
  }

  @Override
  public Timers timers() {
    return this::schedule;
  }

  /** A time that has passed counts as now: it must not go before the timers of others. */
  private Timers.Timer schedule(long at, Runnable task) {
    long now = loop.clock().epochNanos();
    if (at <= now) {
      slot.asks(now);
    }
    return loop.timers().schedule(Math.max(at, now), () -> onTime(task));
  }

  private void onTime(Runnable task) {
    if (slot.life() == life) {
      slot.guard(task);
    }
  }

  @Override
  public Instrument instrument(InstrumentId id) {
    Instrument instrument = state.reference().instrument(id);
    if (instrument == null) {
      throw new IllegalArgumentException(
          "instrument %s is not known; add it to etc/reference/instruments.csv".formatted(id));
    }
    return instrument;
  }

  @Override
  public void submit(OrderIntent intent) {
    if (!intent.originator().equals(originator)) {
      throw new IllegalArgumentException(
          "strategy %s submits as %s, expected %s"
              .formatted(slot.name(), intent.originator(), originator));
    }
    if (slot.life() != life) {
      throw new IllegalStateException(
          "strategy %s has been stopped and submits no more: it keeps its context for too long"
              .formatted(slot.name()));
    }
    slot.asks(loop.clock().epochNanos());
    slot.asked();
    intents.accept(intent);
  }

  @Override
  public Position position(InstrumentId instrument) {
    return state.positions().position(new PositionKey(originator.account(), instrument));
  }

  @Override
  public List<Order> openOrders() {
    return state.orders().open().stream()
        .filter(order -> order.terms().originator().equals(originator))
        .map(order -> order.snapshot())
        .toList();
  }

  @Override
  public long headroom(InstrumentId instrument, Side side) {
    return rights.headroom(
        new LimitSubject(originator, instrument(instrument)), side, clock().epochNanos());
  }

  @Override
  public long requestScore(String scorer, InstrumentId instrument, long deadlineEpochNanos) {
    slot.asks(loop.clock().epochNanos());
    return advice.requestScore(
        scorer, instrument, deadlineEpochNanos, answer -> slot.onScore(start, answer));
  }

  @Override
  public long requestTargets(String optimiser, PortfolioProblem problem, long deadlineEpochNanos) {
    slot.asks(loop.clock().epochNanos());
    return advice.requestTargets(
        optimiser, problem, deadlineEpochNanos, answer -> slot.onTargets(start, answer));
  }

  @Override
  public NewOrder limitOrder(InstrumentId instrument, Side side, long quantity, long limitPrice) {
    return NewOrder.limit(originator, instrument, side, quantity, limitPrice, TimeInForce.DAY);
  }

  @Override
  public NewOrder marketOrder(InstrumentId instrument, Side side, long quantity) {
    return NewOrder.market(originator, instrument, side, quantity);
  }
}
