package io.headgate.engine.internal.strategy;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All strategies of the node. Confined to the loop. */
public final class StrategyHost {

  private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);

  private final EngineState state;
  private final Rights rights;
  private final EventLoop loop;
  private final Consumer<OrderIntent> intents;
  private final Map<String, StrategySlot> slots = new TreeMap<>();

  /**
   * @param intents takes what strategies ask for, after their callback has returned
   */
  public StrategyHost(
      EngineState state, Rights rights, EventLoop loop, Consumer<OrderIntent> intents) {
    this.state = state;
    this.rights = rights;
    this.loop = loop;
    this.intents = intents;
  }

  /** Adds a strategy and starts it; one of the same name goes first. */
  public void add(Strategy strategy) {
    StrategySlot slot = new StrategySlot(strategy, this::failed);
    StrategySlot before = slots.put(strategy.name(), slot);
    if (before != null) {
      deactivate(before, StrategyStatus.State.STOPPED, "replaced");
    }
    activate(slot);
  }

  /** Stops a strategy and removes it, unless another has taken its name. */
  public void remove(Strategy strategy) {
    StrategySlot slot = slots.get(strategy.name());
    if (slot != null && slot.strategy() == strategy) {
      slots.remove(strategy.name());
      deactivate(slot, StrategyStatus.State.STOPPED, "removed");
    }
  }

  /** Starts a strategy by name. */
  public void start(String name) {
    StrategySlot slot = find(name);
    if (!slot.isActive()) {
      activate(slot);
    }
  }

  /** Stops a strategy by name. */
  public void stop(String name) {
    deactivate(find(name), StrategyStatus.State.STOPPED, "stopped by an operator");
  }

  private StrategySlot find(String name) {
    StrategySlot slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "no strategy '%s'; there are %s".formatted(name, slots.keySet()));
    }
    return slot;
  }

  private void activate(StrategySlot slot) {
    try {
      slot.strategy().start(new SlotContext(slot, state, rights, loop, intents));
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
      LOG.info("strategy {} is active on {} instruments", slot.strategy().name(), subscribed);
    } catch (RuntimeException | LinkageError failure) {
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
        LOG.warn("strategy {} failed while it stopped", slot.strategy().name(), e);
      }
      LOG.info("strategy {} is {}: {}", slot.strategy().name(), to, why);
    }
  }

  private void failed(StrategySlot slot, Throwable failure) {
    String name = slot.strategy().name();
    LOG.error("strategy {} failed and is stopped", name, failure);
    // The market book is telling its subscribers just now: leave it after this task.
    slot.deactivated(StrategyStatus.State.FAILED, failure.toString());
    loop.urgent(() -> state.market().unsubscribe(slot));
    state
        .alarms()
        .raise(
            alarmKey(slot),
            Alarm.Level.CRITICAL,
            "strategy %s failed and gets no more events: %s; mend it, then strategy:start %s"
                .formatted(name, failure, name));
  }

  private static String alarmKey(StrategySlot slot) {
    return "strategy." + slot.strategy().name();
  }

  /** Tells the strategy that asked. */
  public void decided(Decision decision) {
    StrategySlot slot = slots.get(decision.intent().originator().strategy());
    if (slot != null) {
      slot.onDecision(decision);
    }
  }

  /** Tells the strategy whose order it is. */
  public void executed(OrderState order, ExecutionReport report) {
    StrategySlot slot = slots.get(order.terms().originator().strategy());
    if (slot != null) {
      slot.onExecution(order.snapshot(), report);
    }
  }

  /** All strategies, by name. */
  public List<StrategyStatus> list() {
    Map<String, Integer> open = new HashMap<>();
    for (OrderState order : state.orders().open()) {
      open.merge(order.terms().originator().strategy(), 1, Integer::sum);
    }
    List<StrategyStatus> list = new ArrayList<>();
    slots.forEach((name, slot) -> list.add(slot.status(open.getOrDefault(name, 0))));
    return list;
  }
}
