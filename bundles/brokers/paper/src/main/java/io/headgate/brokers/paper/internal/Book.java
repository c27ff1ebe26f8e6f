package io.headgate.brokers.paper.internal;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.VenueSnapshot;
import java.util.Collection;
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
  private final Map<ClOrdId, String> refused = new HashMap<>();
  private final Map<ClOrdId, PaperOrder> live = new LinkedHashMap<>();
  private final Map<PositionKey, Long> positions = new TreeMap<>();
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
      refused.put(e.id(), e.text());
    } else if (event instanceof VenueEvent.Filled e) {
      fill(e);
    } else if (event instanceof VenueEvent.Replaced e) {
      PaperOrder order = get(e.order());
      order.replace(e, events);
      byId.put(e.id(), order);
      drop(order);
    } else if (event instanceof VenueEvent.Ended e) {
      PaperOrder order = get(e.order());
      order.end(e);
      byId.put(e.id(), order);
      drop(order);
    }
  }

  private void fill(VenueEvent.Filled event) {
    PaperOrder order = get(event.order());
    PositionKey key = key(order);
    long signed = event.quantity() * order.side().sign();
    long after = Math.addExact(positions.getOrDefault(key, 0L), signed);
    order.fill(event);
    if (after == 0) {
      positions.remove(key);
    } else {
      positions.put(key, after);
    }
    drop(order);
  }

  private void drop(PaperOrder order) {
    if (!order.isLive()) {
      live.remove(order.id());
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
    return refused.get(id);
  }

  /** Whether a ClOrdID has been used. */
  synchronized boolean knows(ClOrdId id) {
    return byId.containsKey(id) || refused.containsKey(id);
  }

  /** Orders that can still trade, in the order of their acceptance. */
  synchronized Collection<PaperOrder> liveOrders() {
    return List.copyOf(live.values());
  }

  /** Signed position that the order's account holds in its instrument. */
  synchronized long position(PaperOrder order) {
    return positions.getOrDefault(key(order), 0L);
  }

  synchronized VenueSnapshot snapshot() {
    Map<ClOrdId, Long> open = new HashMap<>();
    for (PaperOrder order : live.values()) {
      open.put(order.latest(), order.leavesQty());
    }
    return new VenueSnapshot(positions, open);
  }
}
