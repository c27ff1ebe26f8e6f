package io.headgate.brokers.paper.internal;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.VenueSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the venue knows of us: the fold over its events. Changed on the lane, read by
 * {@link #snapshot} from every thread; whoever holds the lock calls nobody else.
 */
final class Book {

  private final Map<ClOrdId, PaperOrder> byId = new HashMap<>();
  private final Map<ClOrdId, NumberedEvent> refused = new LinkedHashMap<>();
  private final Map<ClOrdId, PaperOrder> live = new LinkedHashMap<>();
  private final Deque<PaperOrder> finished = new ArrayDeque<>();
  private final Map<PositionKey, Long> positions = new TreeMap<>();
  private final Map<PositionKey, Long> carried = new TreeMap<>();
  private final Map<String, ClOrdId> forgotten = new TreeMap<>();
  private long events;

  /**
   * Applies an event.
   *
   * @throws IllegalArgumentException if it does not fit what came before
   */
  synchronized void apply(VenueEvent event) {
    events++;
    if (event instanceof VenueEvent.Accepted e) {
      PaperOrder order = new PaperOrder(e, events);
      byId.put(e.id(), order);
      live.put(e.id(), order);
    } else if (event instanceof VenueEvent.Refused e) {
      refused.put(e.id(), new NumberedEvent(events, e));
    } else if (event instanceof VenueEvent.Filled e) {
      PaperOrder order = get(e.order());
      move(positions, key(order), e.quantity() * order.side().sign());
      order.fill(e, events);
      drop(order);
    } else if (event instanceof VenueEvent.Replaced e) {
      PaperOrder order = get(e.order());
      order.replace(e, events);
      byId.put(e.id(), order);
      drop(order);
    } else if (event instanceof VenueEvent.Ended e) {
      PaperOrder order = get(e.order());
      order.end(e, events);
      byId.put(e.id(), order);
      drop(order);
    } else if (event instanceof VenueEvent.Carried e) {
      move(positions, e.position(), e.quantity());
      move(carried, e.position(), e.quantity());
    } else if (event instanceof VenueEvent.Forgotten e) {
      forgetUpTo(e.upTo());
    }
  }

  private static void move(Map<PositionKey, Long> quantities, PositionKey key, long signed) {
    long after = Math.addExact(quantities.getOrDefault(key, 0L), signed);
    if (after == 0) {
      quantities.remove(key);
    } else {
      quantities.put(key, after);
    }
  }

  private void drop(PaperOrder order) {
    if (!order.isLive() && live.remove(order.id()) != null) {
      finished.add(order);
    }
  }

  private PaperOrder get(ClOrdId id) {
    PaperOrder order = byId.get(id);
    if (order == null) {
      throw new IllegalArgumentException(
          "event for order %s that was never accepted".formatted(id));
    }
    return order;
  }

  private static PositionKey key(PaperOrder order) {
    return new PositionKey(order.terms().originator().account(), order.terms().instrument());
  }

  /** The order that any ClOrdID of its chain, or the request that cancelled it, names. */
  synchronized @Nullable PaperOrder find(ClOrdId id) {
    return byId.get(id);
  }

  /** Why a request of this ClOrdID was refused; null if it was not. */
  synchronized @Nullable String refusal(ClOrdId id) {
    NumberedEvent refusal = refused.get(id);
    return refusal == null ? null : ((VenueEvent.Refused) refusal.event()).text();
  }

  /** Whether a ClOrdID has been used, or would have to be remembered to tell. */
  synchronized boolean knows(ClOrdId id) {
    return byId.containsKey(id) || refused.containsKey(id) || isForgotten(id);
  }

  /** Whether the venue may have known a ClOrdID and cannot tell any more. */
  synchronized boolean isForgotten(ClOrdId id) {
    ClOrdId upTo = forgotten.get(session(id));
    return upTo != null
        && id.sequence() <= upTo.sequence()
        && !byId.containsKey(id)
        && !refused.containsKey(id);
  }

  private static String session(ClOrdId id) {
    return id.node() + '-' + id.epoch();
  }

  private void forgetUpTo(ClOrdId id) {
    forgotten.merge(session(id), id, (a, b) -> a.sequence() > b.sequence() ? a : b);
  }

  /** Orders that can still trade, in the order of their acceptance. */
  synchronized Collection<PaperOrder> liveOrders() {
    return List.copyOf(live.values());
  }

  /** Signed position that the order's account holds in its instrument. */
  synchronized long position(PaperOrder order) {
    return positions.getOrDefault(key(order), 0L);
  }

  /** What is kept though it is over: finished orders and refusals. */
  synchronized int history() {
    return finished.size() + refused.size();
  }

  /**
   * Forgets the oldest finished orders and refusals beyond so many of each; keeps what they left.
   */
  synchronized void forget(int keep) {
    while (finished.size() > keep) {
      PaperOrder order = finished.remove();
      move(carried, key(order), order.cumQty() * order.side().sign());
      for (NumberedEvent past : order.history()) {
        forgetIds(past.event());
      }
    }
    while (refused.size() > keep) {
      ClOrdId oldest = refused.keySet().iterator().next();
      refused.remove(oldest);
      forgetUpTo(oldest);
    }
  }

  private void forgetIds(VenueEvent event) {
    ClOrdId id = null;
    if (event instanceof VenueEvent.Accepted e) {
      id = e.id();
    } else if (event instanceof VenueEvent.Replaced e) {
      id = e.id();
    } else if (event instanceof VenueEvent.Ended e) {
      id = e.id();
    }
    if (id != null) {
      byId.remove(id);
      forgetUpTo(id);
    }
  }

  /** The shortest run of events whose fold is this book. */
  synchronized List<VenueEvent> events(long time) {
    List<VenueEvent> shortest = new ArrayList<>();
    carried.forEach((key, quantity) -> shortest.add(new VenueEvent.Carried(time, key, quantity)));
    forgotten.values().forEach(id -> shortest.add(new VenueEvent.Forgotten(time, id)));
    List<NumberedEvent> kept = new ArrayList<>(refused.values());
    live.values().forEach(order -> kept.addAll(order.history()));
    finished.forEach(order -> kept.addAll(order.history()));
    kept.sort(Comparator.comparingLong(NumberedEvent::number));
    kept.forEach(numbered -> shortest.add(numbered.event()));
    return shortest;
  }

  synchronized VenueSnapshot snapshot() {
    Map<ClOrdId, Long> open = new HashMap<>();
    for (PaperOrder order : live.values()) {
      open.put(order.latest(), order.leavesQty());
    }
    return new VenueSnapshot(positions, open);
  }
}
