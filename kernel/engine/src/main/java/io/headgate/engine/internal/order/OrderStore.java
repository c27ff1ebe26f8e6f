package io.headgate.engine.internal.order;

import io.headgate.model.order.ClOrdId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All open orders, and the latest of those that have ended, by every ClOrdID of their chains. */
public final class OrderStore {

  private final int endedKept;
  private final Map<ClOrdId, OrderState> byClOrdId = new HashMap<>();
  private final Map<ClOrdId, List<ClOrdId>> chains = new HashMap<>();
  private final LinkedHashMap<ClOrdId, OrderState> open = new LinkedHashMap<>();
  private final ArrayDeque<OrderState> ended = new ArrayDeque<>();

  /**
   * @param endedKept how many ended orders are kept for queries and late fills, at least 1
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
    ended.add(order);
    if (ended.size() > endedKept) {
      OrderState oldest = ended.remove();
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
    var newestFirst = ended.descendingIterator();
    for (int i = 0; i < limit && newestFirst.hasNext(); i++) {
      latest.add(newestFirst.next());
    }
    latest.sort((a, b) -> b.id().compareTo(a.id()));
    return latest.size() > limit ? latest.subList(0, limit) : latest;
  }
}
