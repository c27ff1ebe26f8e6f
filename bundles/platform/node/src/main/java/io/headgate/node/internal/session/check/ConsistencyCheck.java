package io.headgate.node.internal.session.check;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Order;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.monitor.EngineCounters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds against each other what must be one truth after a session has drained: the engine's
 * positions, orders and counters, the journal, and the venues' own books.
 *
 * @param counters what the engine counted since its start
 * @param positions the engine's positions
 * @param openOrders the engine's orders that are not terminal, UNKNOWN ones included
 * @param journal what the journal says
 * @param venues what the venues say, by connector
 */
public record ConsistencyCheck(
    EngineCounters counters,
    List<Position> positions,
    List<Order> openOrders,
    JournalFold journal,
    Map<String, VenueSnapshot> venues) {

  private static final int MAX_SHOWN = 20;

  /** Everything that does not agree, one line each; empty where all is consistent. */
  public List<String> inconsistencies() {
    List<String> found = new ArrayList<>(journal.faults());
    comparePositions(found);
    compareCounters(found);
    compareOrders(found);
    if (found.size() <= MAX_SHOWN) {
      return List.copyOf(found);
    }
    List<String> shown = new ArrayList<>(found.subList(0, MAX_SHOWN));
    shown.add("and %d more".formatted(found.size() - MAX_SHOWN));
    return List.copyOf(shown);
  }

  private void comparePositions(List<String> found) {
    Map<PositionKey, Long> engine = new HashMap<>();
    positions.forEach(position -> engine.put(position.key(), position.quantity()));
    Map<PositionKey, Long> venue = new HashMap<>();
    venues
        .values()
        .forEach(
            snapshot ->
                snapshot
                    .positions()
                    .forEach((key, quantity) -> venue.merge(key, quantity, Math::addExact)));
    Map<PositionKey, Long> folded = journal.positions();
    TreeSet<PositionKey> keys = new TreeSet<>(engine.keySet());
    keys.addAll(folded.keySet());
    keys.addAll(venue.keySet());
    for (PositionKey key : keys) {
      long here = engine.getOrDefault(key, 0L);
      long inJournal = folded.getOrDefault(key, 0L);
      long atVenue = venue.getOrDefault(key, 0L);
      if (here != inJournal || here != atVenue) {
        found.add(
            "position %s %s: engine %s, fills in the journal %s, venue %s"
                .formatted(
                    key.account(),
                    key.instrument(),
                    Fixed.format(here),
                    Fixed.format(inJournal),
                    Fixed.format(atVenue)));
      }
    }
  }

  private void compareCounters(List<String> found) {
    long decided = counters.accepted() + counters.denied();
    if (journal.decisions() != decided) {
      found.add(
          "decisions: %d in the journal since the start, %d accepted + %d denied = %d in the engine"
              .formatted(journal.decisions(), counters.accepted(), counters.denied(), decided));
    }
    if (counters.intents() != decided) {
      found.add(
          "intents: %d decided on, but %d accepted + %d denied = %d"
              .formatted(counters.intents(), counters.accepted(), counters.denied(), decided));
    }
    if (journal.fills() != counters.fills()) {
      found.add(
          "fills: %d distinct trades in the journal since the start, %d in the engine"
              .formatted(journal.fills(), counters.fills()));
    }
  }

  private void compareOrders(List<String> found) {
    Map<ClOrdId, String> here = new HashMap<>();
    for (Order order : openOrders) {
      here.put(order.clOrdId(), Fixed.format(order.leavesQty()) + " at " + order.broker());
    }
    Map<ClOrdId, String> there = new HashMap<>();
    venues.forEach(
        (broker, snapshot) ->
            snapshot
                .openOrders()
                .forEach(
                    (id, leaves) ->
                        there.merge(
                            id,
                            Fixed.format(leaves) + " at " + broker,
                            (one, other) -> one + " and " + other)));
    TreeSet<ClOrdId> ids = new TreeSet<>(here.keySet());
    ids.addAll(there.keySet());
    for (ClOrdId id : ids) {
      String engine = here.getOrDefault(id, "not open");
      String venue = there.getOrDefault(id, "not open");
      if (!engine.equals(venue)) {
        found.add("order %s: engine %s, venue %s".formatted(id, engine, venue));
      }
    }
  }
}
