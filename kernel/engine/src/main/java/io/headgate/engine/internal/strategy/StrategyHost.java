package io.headgate.engine.internal.strategy;

import io.headgate.engine.internal.advice.AdviceDesk;
import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All strategies of the node. Confined to the loop. */
public final class StrategyHost {

  private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);

  private final EngineState state;
  private final Rights rights;
  private final EventLoop loop;
  private final AdviceDesk advice;
  private final Consumer<OrderIntent> intents;
  private final StrategyNames names = new StrategyNames();

  /**
   * @param intents takes what strategies ask for, after their callback has returned
   */
  public StrategyHost(
      EngineState state,
      Rights rights,
      EventLoop loop,
      AdviceDesk advice,
      Consumer<OrderIntent> intents) {
    this.state = state;
    this.rights = rights;
    this.loop = loop;
    this.advice = advice;
    this.intents = intents;
  }

  /**
   * Adds a strategy and starts it. If another has its name it is not started: it shows as failed
   * until that one is gone, and starts then.
   */
  public void add(Strategy strategy) {
    StrategySlot slot = new StrategySlot(strategy, this::failed);
    if (enter(slot)) {
      activate(slot);
    }
  }

  private boolean enter(StrategySlot slot) {
    if (names.enter(slot)) {
      return true;
    }
    String why =
        "the name '%s' is taken by another strategy of this node; give one of the two another name in its .cfg"
            .formatted(slot.name());
    LOG.error("a strategy cannot start: {}", why);
    slot.deactivated(StrategyStatus.State.FAILED, why);
    state.alarms().raise(nameKey(slot.name()), Alarm.Level.CRITICAL, why);
    return false;
  }

  private void leave(StrategySlot slot) {
    boolean holder = names.isHolder(slot);
    StrategySlot next = names.leave(slot);
    if (!names.isAwaited(slot.name())) {
      state.alarms().clear(nameKey(slot.name()));
    }
    if (holder) {
      state.alarms().clear(alarmKey(slot));
    }
    if (next != null) {
      activate(next);
    }
  }

  private static String nameKey(String name) {
    return "strategy.%s.name".formatted(name);
  }

  /** Stops a strategy and removes it. */
  public void remove(Strategy strategy) {
    StrategySlot slot = names.slotOf(strategy);
    if (slot != null) {
      deactivate(slot, StrategyStatus.State.STOPPED, "removed");
      leave(slot);
    }
  }

  /**
   * Lets a strategy take changed settings, if it has any: it is stopped and started, unless an
   * operator has stopped it. Where its name or account has changed, nobody looks after the orders
   * under the old ones any more: they are cancelled.
   */
  public void changed(Strategy strategy) {
    StrategySlot slot = names.slotOf(strategy);
    if (slot == null || !slot.isOutdated()) {
      return;
    }
    boolean stopped = slot.state() == StrategyStatus.State.STOPPED;
    Originator before = slot.originator();
    if (!stopped) {
      deactivate(slot, StrategyStatus.State.STOPPED, "takes changed settings");
    }
    boolean held = names.isHolder(slot);
    boolean renamed = !strategy.name().equals(slot.name());
    if (renamed) {
      leave(slot);
    } else if (held) {
      state.alarms().clear(alarmKey(slot));
    }
    slot.settle();
    boolean entered = renamed ? enter(slot) : held;
    if (held && !slot.originator().equals(before)) {
      cancelOrdersOf(before);
    }
    if (entered && !stopped) {
      activate(slot);
    }
  }

  private void cancelOrdersOf(Originator originator) {
    for (OrderState order : state.orders().open()) {
      if (order.terms().originator().equals(originator)) {
        intents.accept(new CancelOrder(originator, "", order.latest()));
      }
    }
  }

  /** Starts a strategy by name. */
  public void start(String name) {
    StrategySlot slot = names.find(name);
    if (!slot.isActive()) {
      activate(slot);
    }
  }

  /** Stops a strategy by name. */
  public void stop(String name) {
    deactivate(names.find(name), StrategyStatus.State.STOPPED, "stopped by an operator");
  }

  private void activate(StrategySlot slot) {
    try {
      slot.strategy().start(new SlotContext(slot, state, rights, loop, advice, intents));
      int subscribed = 0;
      for (InstrumentId id : slot.strategy().subscriptions()) {
        if (!state.market().subscribe(id, slot)) {
          throw new IllegalArgumentException(
              "instrument %s is not known; add it to etc/reference/instruments.csv".formatted(id));
        }
        subscribed++;
      }
      slot.activated(subscribed);
      state.alarms().clear(alarmKey(slot));
      LOG.info("strategy {} is active on {} instruments", slot.name(), subscribed);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      failed(slot, failure);
    }
  }

  private void deactivate(StrategySlot slot, StrategyStatus.State to, String why) {
    boolean wasActive = slot.isActive();
    state.market().unsubscribe(slot);
    slot.deactivated(to, why);
    if (wasActive) {
      try {
        slot.strategy().stop();
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("strategy {} failed while it stopped", slot.name(), e);
      }
      LOG.info("strategy {} is {}: {}", slot.name(), to, why);
    }
  }

  private void failed(StrategySlot slot, Throwable failure) {
    String name = slot.name();
    boolean refused = refusesToStart(slot, failure);
    String why = refused ? String.valueOf(failure.getMessage()) : failure.toString();
    if (refused) {
      LOG.error("strategy {} cannot start: {}", name, why);
    } else {
      LOG.error("strategy {} failed and is stopped", name, failure);
    }
    slot.deactivated(StrategyStatus.State.FAILED, why);
    long life = slot.life();
    // The market book is telling its subscribers just now: leave it after this task.
    loop.urgent(
        () -> {
          if (slot.life() == life && !slot.isActive()) {
            state.market().unsubscribe(slot);
          }
        });
    state
        .alarms()
        .raise(
            alarmKey(slot),
            Alarm.Level.CRITICAL,
            "strategy %s failed and gets no more events: %s; mend it, then strategy:start %s"
                .formatted(name, why, name));
  }

  /** A wrong setting or an unknown instrument: its message says everything, without a trace. */
  private static boolean refusesToStart(StrategySlot slot, Throwable failure) {
    return !slot.isActive()
        && failure.getMessage() != null
        && (failure instanceof IllegalArgumentException
            || failure instanceof IllegalStateException);
  }

  private static String alarmKey(StrategySlot slot) {
    return "strategy." + slot.name();
  }

  /** Tells the strategy that asked. */
  public void decided(Decision decision) {
    StrategySlot slot = names.holder(decision.intent().originator().strategy());
    if (slot != null) {
      slot.onDecision(decision);
    }
  }

  /** Tells the strategy that asked, and got no decision. */
  public void undecided(OrderIntent intent, String reason) {
    StrategySlot slot = names.holder(intent.originator().strategy());
    if (slot != null) {
      slot.onUndecided(intent, reason);
    }
  }

  /** Tells the strategy whose order it is. */
  public void executed(OrderState order, ExecutionReport report) {
    StrategySlot slot = names.holder(order.terms().originator().strategy());
    if (slot != null) {
      slot.onExecution(order.snapshot(), report);
    }
  }

  /** Tells the strategy whose command was not sent. */
  public void notSent(OrderState order, String reason) {
    StrategySlot slot = names.holder(order.terms().originator().strategy());
    if (slot != null) {
      slot.onNotSent(order.snapshot(), reason);
    }
  }

  /** All strategies, by name. */
  public List<StrategyStatus> list() {
    Map<String, Integer> open = new HashMap<>();
    for (OrderState order : state.orders().open()) {
      open.merge(order.terms().originator().strategy(), 1, Integer::sum);
    }
    List<StrategyStatus> list = new ArrayList<>();
    for (StrategySlot slot : names.all()) {
      list.add(slot.status(names.isHolder(slot) ? open.getOrDefault(slot.name(), 0) : 0));
    }
    return list;
  }
}
