package io.headgate.testkit.strategy;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.Position;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Plays an engine for one strategy: events in, decisions and executions back after each callback,
 * time from the events.
 */
public final class StrategyStage implements StrategyContext {

  private static final int ENDLESS = 10_000;

  private final FixedClock clock = new FixedClock();
  private final ManualTimers timers = new ManualTimers(clock);
  private final FakeReferenceData reference = new FakeReferenceData();
  private final Strategy strategy;
  private final StageLedger ledger;
  private final StageAdvice advice;
  private final Deque<OrderIntent> waiting = new ArrayDeque<>();
  private final List<OrderIntent> intents = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private Function<OrderIntent, @Nullable String> denials = intent -> null;
  private Function<OrderIntent, @Nullable String> undecided = intent -> null;
  private Function<OrderIntent, @Nullable String> unsent = intent -> null;
  private ToLongBiFunction<InstrumentId, Side> headroom = (instrument, side) -> Long.MAX_VALUE;
  private Set<InstrumentId> subscriptions = Set.of();
  private long sequence;

  public StrategyStage(Strategy strategy) {
    this.strategy = strategy;
    this.ledger = new StageLedger(strategy, clock);
    this.advice = new StageAdvice(strategy, clock, timers);
  }

  /** Which intents are denied, with the reason; null from the function accepts. */
  public StrategyStage denying(Function<OrderIntent, @Nullable String> newDenials) {
    denials = newDenials;
    return this;
  }

  /** Which intents get no decision, with the reason; null from the function decides. */
  public StrategyStage notDeciding(Function<OrderIntent, @Nullable String> newUndecided) {
    undecided = newUndecided;
    return this;
  }

  /** Which accepted intents are not sent, with the reason; null from the function sends. */
  public StrategyStage notSending(Function<OrderIntent, @Nullable String> newUnsent) {
    unsent = newUnsent;
    return this;
  }

  /** What {@link #headroom} answers. */
  public StrategyStage headroom(ToLongBiFunction<InstrumentId, Side> newHeadroom) {
    headroom = newHeadroom;
    return this;
  }

  /** What becomes of accepted orders from now on. */
  public StrategyStage outcome(Outcome outcome) {
    ledger.outcome(outcome);
    return this;
  }

  /** Adds scorers, optimisers and features that answer the strategy. */
  public StageAdvice advice() {
    return advice;
  }

  /** Starts the strategy. */
  public StrategyStage start() {
    strategy.start(this);
    subscriptions = Set.copyOf(strategy.subscriptions());
    answer();
    return this;
  }

  /** Stops the strategy; nothing is delivered any more. */
  public void stop() {
    strategy.stop();
    advice.stop();
    subscriptions = Set.of();
  }

  /** Plays a batch row by row; the clock follows the rows' tsInit. */
  public void play(MarketBatch batch) {
    for (int row = 0; row < batch.size(); row++) {
      play(batch.event(row));
    }
  }

  /** Plays one event. */
  public void play(MarketEvent event) {
    advanceTo(Math.max(event.tsInit(), clock.epochNanos()));
    if (!subscriptions.contains(event.instrument())) {
      return;
    }
    ledger.mark(event);
    advice.onEvent(event);
    if (event instanceof Quote quote) {
      strategy.onQuote(quote);
    } else if (event instanceof Trade trade) {
      strategy.onTrade(trade);
    } else {
      strategy.onBar((Bar) event);
    }
    answer();
  }

  /** A quote of 1,000 lots on both sides, now. */
  public void quote(Instrument instrument, long bid, long ask) {
    long now = clock.epochNanos();
    long size = 1_000 * instrument.lotSize();
    play(new Quote(instrument.id(), now, now, bid, size, ask, size));
  }

  /** Moves time on through the timers. */
  public void advance(Duration step) {
    advanceTo(clock.epochNanos() + step.toNanos());
  }

  private void advanceTo(long epochNanos) {
    if (timers.advanceTo(epochNanos) > 0) {
      answer();
    }
  }

  /** Fills a part of an open order at its limit or at the mark. */
  public void fill(ClOrdId id, long quantity) {
    ledger.fill(id, quantity);
    answer();
  }

  private void answer() {
    int rounds = 0;
    do {
      for (OrderIntent next = waiting.poll(); next != null; next = waiting.poll()) {
        if (++rounds > ENDLESS) {
          throw new AssertionError("the strategy answers every decision with another intent");
        }
        decide(next);
      }
      if (++rounds > ENDLESS) {
        throw new AssertionError("the strategy answers every score with another request");
      }
    } while (advice.answer() || !waiting.isEmpty());
  }

  private void decide(OrderIntent intent) {
    String none = undecided.apply(intent);
    if (none != null) {
      strategy.onUndecided(intent, none);
      return;
    }
    String reason = denials.apply(intent);
    ClOrdId id = new ClOrdId("N1", 1, ++sequence);
    List<Verdict> verdicts =
        reason == null
            ? List.of()
            : List.of(new Verdict("stage", Severity.BLOCK, reason, 2, 1, Unit.COUNT, ""));
    Decision decision =
        new Decision(
            id, sequence, clock.epochNanos(), intent, reason == null, verdicts, "", "stage");
    decisions.add(decision);
    strategy.onDecision(decision);
    if (reason == null) {
      String lost = unsent.apply(intent);
      if (lost == null) {
        ledger.execute(id, intent);
      } else {
        ledger.notSent(id, intent, lost);
      }
    }
  }

  /** Everything that the strategy has asked for, in order. */
  public List<OrderIntent> intents() {
    return List.copyOf(intents);
  }

  /** Every new order that the strategy has asked for, in order. */
  public List<NewOrder> newOrders() {
    return intents.stream().filter(NewOrder.class::isInstance).map(NewOrder.class::cast).toList();
  }

  /** Every decision that was taken, in order. */
  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  /** Timers that wait. */
  public int pendingTimers() {
    return timers.pending();
  }

  // What the strategy sees.

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Timers timers() {
    return timers;
  }

  @Override
  public Instrument instrument(InstrumentId id) {
    Instrument instrument = reference.instrument(id);
    if (instrument == null) {
      throw new IllegalArgumentException("instrument %s is not in the testkit".formatted(id));
    }
    return instrument;
  }

  @Override
  public void submit(OrderIntent intent) {
    Originator expected = Originator.strategy(strategy.account(), strategy.name());
    if (!intent.originator().equals(expected)) {
      throw new IllegalArgumentException(
          "originator %s, expected %s".formatted(intent.originator(), expected));
    }
    intents.add(intent);
    waiting.add(intent);
  }

  @Override
  public Position position(InstrumentId instrument) {
    return ledger.position(instrument);
  }

  @Override
  public List<Order> openOrders() {
    return ledger.openOrders();
  }

  @Override
  public long headroom(InstrumentId instrument, Side side) {
    return headroom.applyAsLong(instrument, side);
  }

  @Override
  public long requestScore(String scorer, InstrumentId instrument, long deadlineEpochNanos) {
    return advice.requestScore(scorer, instrument, deadlineEpochNanos);
  }

  @Override
  public long requestTargets(String optimiser, PortfolioProblem problem, long deadlineEpochNanos) {
    return advice.requestTargets(optimiser, problem, deadlineEpochNanos);
  }

  @Override
  public NewOrder limitOrder(InstrumentId instrument, Side side, long quantity, long limitPrice) {
    Originator by = Originator.strategy(strategy.account(), strategy.name());
    return NewOrder.limit(by, instrument, side, quantity, limitPrice, TimeInForce.DAY);
  }

  @Override
  public NewOrder marketOrder(InstrumentId instrument, Side side, long quantity) {
    Originator by = Originator.strategy(strategy.account(), strategy.name());
    return NewOrder.market(by, instrument, side, quantity);
  }
}
