package io.headgate.engine.internal.strategy;

import io.headgate.engine.internal.market.MarketSubscriber;
import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.spi.strategy.TargetAnswer;
import java.util.function.BiConsumer;

/** One strategy with its counters. What it throws stops it alone. Confined to the loop. */
final class StrategySlot implements MarketSubscriber {

  /** How often it may ask for something without time moving on. */
  private static final int MAX_ASKS_AT_ONCE = 10_000;

  private final Strategy strategy;
  private final BiConsumer<StrategySlot, Throwable> onFailure;
  private String name = "";
  private String account = "";
  private long generation;
  private long life;
  private StrategyStatus.State state = StrategyStatus.State.STOPPED;
  private String reason = "not started";
  private int subscriptions;
  private int starts;
  private long events;
  private long intents;
  private long denied;
  private long askTime;
  private int asksAtOnce;

  StrategySlot(Strategy strategy, BiConsumer<StrategySlot, Throwable> onFailure) {
    this.strategy = strategy;
    this.onFailure = onFailure;
    settle();
  }

  /** Takes over what its present settings say of who it is. */
  void settle() {
    generation = strategy.generation();
    name = strategy.name();
    account = strategy.account();
  }

  Strategy strategy() {
    return strategy;
  }

  String name() {
    return name;
  }

  Originator originator() {
    return Originator.strategy(account, name);
  }

  /** Whether its settings have changed since {@link #settle}. */
  boolean isOutdated() {
    return strategy.generation() != generation;
  }

  StrategyStatus.State state() {
    return state;
  }

  boolean isActive() {
    return state == StrategyStatus.State.ACTIVE;
  }

  /** Number of the start that follows; answers to an earlier one are dropped. */
  int nextStart() {
    return ++starts;
  }

  void activated(int subscribed) {
    state = StrategyStatus.State.ACTIVE;
    reason = "";
    subscriptions = subscribed;
  }

  void deactivated(StrategyStatus.State to, String why) {
    state = to;
    reason = why;
    subscriptions = 0;
    life++;
  }

  /** Number of the present life; a timer of an earlier one must not run. */
  long life() {
    return life;
  }

  void asked() {
    intents++;
  }

  /**
   * It asks for something at a time. In a replay time follows the events: a strategy that answers
   * every answer with another question would never let it move on.
   *
   * @throws IllegalStateException if it has asked too often without time moving on
   */
  void asks(long now) {
    if (now != askTime) {
      askTime = now;
      asksAtOnce = 0;
    }
    asksAtOnce++;
    if (asksAtOnce > MAX_ASKS_AT_ONCE) {
      throw new IllegalStateException(
          "strategy %s asked %d times without time moving on: it answers each answer with another question; let it wait with a timer"
              .formatted(name, asksAtOnce));
    }
  }

  @Override
  public void onEvent(MarketEvent event) {
    if (!isActive()) {
      return;
    }
    events++;
    try {
      if (event instanceof Quote quote) {
        strategy.onQuote(quote);
      } else if (event instanceof Trade trade) {
        strategy.onTrade(trade);
      } else if (event instanceof Bar bar) {
        strategy.onBar(bar);
      }
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      onFailure.accept(this, failure);
    }
  }

  void onDecision(Decision decision) {
    if (!decision.accepted()) {
      denied++;
    }
    guard(() -> strategy.onDecision(decision));
  }

  void onUndecided(OrderIntent intent, String why) {
    guard(() -> strategy.onUndecided(intent, why));
  }

  void onExecution(Order order, ExecutionReport report) {
    guard(() -> strategy.onExecution(order, report));
  }

  void onScore(int start, ScoreAnswer answer) {
    if (start == starts) {
      guard(() -> strategy.onScore(answer));
    }
  }

  void onTargets(int start, TargetAnswer answer) {
    if (start == starts) {
      guard(() -> strategy.onTargets(answer));
    }
  }

  void onNotSent(Order order, String why) {
    guard(() -> strategy.onNotSent(order, why));
  }

  /** Runs a callback or a timer of the strategy, if it is active. */
  void guard(Runnable callback) {
    if (!isActive()) {
      return;
    }
    try {
      callback.run();
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      onFailure.accept(this, failure);
    }
  }

  StrategyStatus status(int openOrders) {
    return new StrategyStatus(
        name, account, state, reason, subscriptions, events, intents, denied, openOrders);
  }
}
