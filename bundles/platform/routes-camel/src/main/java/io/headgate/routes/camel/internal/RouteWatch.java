package io.headgate.routes.camel.internal;

import io.headgate.routes.camel.internal.endpoint.Room;
import io.headgate.routes.camel.internal.service.AlarmBoard;
import io.headgate.spi.alarm.Alarm;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at the routes' counters from time to time and raises an alarm while some route fails or
 * loses events, so that no exchange has to pay for it.
 */
final class RouteWatch {

  static final String FAILED = "routes.failed";
  static final String DROPPED = "routes.dropped";

  /** An alarm goes when a route has been well for so many looks. */
  private static final int QUIET_LOOKS = 60;

  private final RouteTallies tallies;
  private final Room room;
  private final AlarmBoard alarms;
  private final Map<String, Long> failuresSeen = new HashMap<>();
  private final Map<String, Long> droppedSeen = new HashMap<>();
  private final Map<String, String> failing = new TreeMap<>();
  private final Map<String, String> dropping = new TreeMap<>();
  private final Map<String, Integer> quiet = new HashMap<>();

  RouteWatch(RouteTallies tallies, Room room, AlarmBoard alarms) {
    this.tallies = tallies;
    this.room = room;
    this.alarms = alarms;
  }

  /** One look. */
  synchronized void look() {
    tallies
        .all()
        .forEach(
            (route, tally) ->
                note(
                    route,
                    "failures",
                    tally.failed() - before(failuresSeen, route, tally.failed()),
                    failing,
                    "%s failed %d times, the last one: %s"
                        .formatted(route, tally.failed(), tally.lastReason())));
    room.dropped()
        .forEach(
            (route, count) ->
                note(
                    route,
                    "dropped",
                    count - before(droppedSeen, route, count),
                    dropping,
                    "%s was too slow and has lost %d events so far".formatted(route, count)));
    show(FAILED, failing, "look at the route's file and at the log");
    show(
        DROPPED,
        dropping,
        "the journal has them all; make the route faster or its capacity larger");
  }

  private static long before(Map<String, Long> seen, String route, long now) {
    Long before = seen.put(route, now);
    return before == null ? 0 : before;
  }

  private void note(
      String route, String kind, long fresh, Map<String, String> active, String text) {
    String key = kind + ' ' + route;
    if (fresh > 0) {
      quiet.put(key, 0);
      active.put(route, text);
    } else if (quiet.merge(key, 1, Integer::sum) >= QUIET_LOOKS) {
      active.remove(route);
    }
  }

  private void show(String alarm, Map<String, String> active, String nextStep) {
    if (active.isEmpty()) {
      alarms.clear(alarm);
    } else {
      alarms.raise(
          alarm,
          Alarm.Level.WARNING,
          "route " + String.join("; route ", active.values()) + ". Next: " + nextStep);
    }
  }

  /** What is wrong now; empty where nothing is. */
  synchronized String trouble() {
    Map<String, String> all = new TreeMap<>(dropping);
    all.putAll(failing);
    return String.join("; ", all.values());
  }
}
