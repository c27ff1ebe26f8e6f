package io.headgate.engine.internal.order;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All open orders, and the latest of those that have ended, by every ClOrdID of their chains. Those
 * that no venue ever had are kept apart, so that however many are denied, one that can still be
 * told of a late fill stays.
 */
public final class OrderStore {

  private final int endedKept;
  private final Map<ClOrdId, OrderState> byClOrdId = new HashMap<>();
  private final Map<ClOrdId, List<ClOrdId>> chains = new HashMap<>();
  private final LinkedHashMap<ClOrdId, OrderState> open = new LinkedHashMap<>();
  private final ArrayDeque<OrderState> ended = new ArrayDeque<>();
  private final ArrayDeque<OrderState> denied = new ArrayDeque<>();

  /**
   * @param endedKept how many ended orders are kept for queries and late fills, and how many denied
   *     ones for queries, at least 1
   */
  public OrderStore(int endedKept) {
    this.endedKept = endedKept;
  }

  /** Adds an order under its first ClOrdID. */
  public void add(OrderState order) {
    byClOrdId.put(order.id(), order);
    if (order.isTerminal()) {
      retire(order);
    } else {
      open.put(order.id(), order);
    }
  }

  /** Adds a later ClOrdID (a replace or a cancel) of an order. */
  public void alias(ClOrdId clOrdId, OrderState order) {
    byClOrdId.put(clOrdId, order);
    chains.computeIfAbsent(order.id(), id -> new ArrayList<>(2)).add(clOrdId);
  }

  /** The order that any ClOrdID of its chain names, or null. */
  public @Nullable OrderState find(ClOrdId clOrdId) {
    return byClOrdId.get(clOrdId);
  }

  /** To be told after every change: an ended order leaves the open ones. */
  public void changed(OrderState order) {
    if (order.isTerminal() && open.remove(order.id()) != null) {
      retire(order);
    }
  }

  private void retire(OrderState order) {
    ArrayDeque<OrderState> kept = order.status() == OrdStatus.DENIED ? denied : ended;
    kept.add(order);
    if (kept.size() > endedKept) {
      OrderState oldest = kept.remove();
      byClOrdId.remove(oldest.id());
      List<ClOrdId> chain = chains.remove(oldest.id());
      if (chain != null) {
        chain.forEach(byClOrdId::remove);
      }
    }
  }

  /** Open orders, oldest first. */
  public Collection<OrderState> open() {
    return open.values();
  }

  /** The latest orders, newest first, at most {@code limit}. */
  public List<OrderState> latest(int limit) {
    List<OrderState> latest = new ArrayList<>(open.values());
    addNewest(latest, ended, limit);
    addNewest(latest, denied, limit);
    latest.sort((a, b) -> b.id().compareTo(a.id()));
    return latest.size() > limit ? latest.subList(0, limit) : latest;
  }

  private static void addNewest(List<OrderState> to, ArrayDeque<OrderState> from, int limit) {
    var newestFirst = from.descendingIterator();
    for (int i = 0; i < limit && newestFirst.hasNext(); i++) {
      to.add(newestFirst.next());
    }
  }
}
