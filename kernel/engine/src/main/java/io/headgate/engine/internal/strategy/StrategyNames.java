package io.headgate.engine.internal.strategy;

import io.headgate.spi.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy has which name. Who comes second waits until the name is free: orders are kept
 * under it, and two strategies must not take each other's. Confined to the loop.
 */
final class StrategyNames {

  private final Map<String, StrategySlot> holders = new TreeMap<>();
  private final List<StrategySlot> waiting = new ArrayList<>();

  /** Gives a strategy its name; false if another has it. */
  boolean enter(StrategySlot slot) {
    if (holders.putIfAbsent(slot.name(), slot) == null) {
      return true;
    }
    waiting.add(slot);
    return false;
  }

  /** Frees the name of a strategy, under which it entered; the next in line, which now has it. */
  @Nullable StrategySlot leave(StrategySlot slot) {
    String name = slot.name();
    if (waiting.remove(slot) || !holders.remove(name, slot)) {
      return null;
    }
    for (StrategySlot next : waiting) {
      if (next.name().equals(name)) {
        waiting.remove(next);
        holders.put(name, next);
        return next;
      }
    }
    return null;
  }

  /** Whether somebody waits for a name. */
  boolean isAwaited(String name) {
    return waiting.stream().anyMatch(slot -> slot.name().equals(name));
  }

  /** Who has a name. */
  @Nullable StrategySlot holder(String name) {
    return holders.get(name);
  }

  /**
   * @throws IllegalArgumentException if nobody has the name; the message lists the names
   */
  StrategySlot find(String name) {
    StrategySlot slot = holders.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "no strategy '%s'; there are %s".formatted(name, holders.keySet()));
    }
    return slot;
  }

  /** Where a strategy is, be it that it has its name or that it waits. */
  @Nullable StrategySlot slotOf(Strategy strategy) {
    return all().stream().filter(slot -> slot.strategy() == strategy).findFirst().orElse(null);
  }

  /** Everybody, by name; who waits stands behind who has the name. */
  List<StrategySlot> all() {
    List<StrategySlot> all = new ArrayList<>(holders.values());
    all.addAll(waiting);
    return all;
  }

  boolean isHolder(StrategySlot slot) {
    return holders.get(slot.name()) == slot;
  }
}
