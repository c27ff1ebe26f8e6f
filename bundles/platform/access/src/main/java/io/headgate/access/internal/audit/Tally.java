package io.headgate.access.internal.audit;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Counts what happens again and again, so that a flood becomes a few lines. The first time is told
 * at once, repetitions with a count when {@value #WINDOW_SECONDS} seconds are over. When more
 * different things happen in that time than there is room for, the rest is counted together by door
 * and result: names that somebody makes up cannot push out what others do.
 */
final class Tally {

  static final int WINDOW_SECONDS = 60;

  /** Different refusals that are kept apart at a time. */
  static final int REFUSALS = 128;

  /** Other different things that are kept apart at a time. */
  static final int OTHERS = 4096;

  private final Map<AuditEvent, Count> counts = new LinkedHashMap<>();
  private int refusals;

  private static final class Count {
    private final long since;
    private final boolean refusal;
    private long first;
    private long again;

    private Count(long since, boolean refusal) {
      this.since = since;
      this.refusal = refusal;
    }
  }

  /**
   * Something that happened so often.
   *
   * @param timestamp when first, UTC nanoseconds since 1970
   */
  record Counted(AuditEvent event, long timestamp, long count) {}

  /**
   * Takes note.
   *
   * @param nanos monotonic
   * @param timestamp UTC nanoseconds since 1970
   * @return whether to tell it at once
   */
  boolean isNew(AuditEvent event, long nanos, long timestamp) {
    Count count = counts.get(event);
    if (count == null && hasRoom(event)) {
      counts.put(event, new Count(nanos, isRefusal(event)));
      refusals += isRefusal(event) ? 1 : 0;
      return true;
    }
    again(count == null ? together(event, nanos) : count, timestamp);
    return false;
  }

  /** Counts something that could not be told at once. */
  void untold(AuditEvent event, long nanos, long timestamp) {
    Count count = counts.get(event);
    again(count == null ? together(event, nanos) : count, timestamp);
  }

  private Count together(AuditEvent event, long nanos) {
    AuditEvent rest =
        new AuditEvent(
            event.kind(),
            event.result(),
            new Caller("*", Set.of(), event.caller().door(), "*"),
            "*",
            "many different ones, counted together");
    return counts.computeIfAbsent(rest, none -> new Count(nanos, false));
  }

  private static void again(Count count, long timestamp) {
    if (count.again++ == 0) {
      count.first = timestamp;
    }
  }

  /** What is due to be told now. */
  List<Counted> due(long nanos, boolean all) {
    List<Counted> due = new ArrayList<>();
    Iterator<Map.Entry<AuditEvent, Count>> entries = counts.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<AuditEvent, Count> entry = entries.next();
      Count count = entry.getValue();
      if (!all && nanos - count.since < TimeUnit.SECONDS.toNanos(WINDOW_SECONDS)) {
        continue;
      }
      if (count.again > 0) {
        due.add(new Counted(entry.getKey(), count.first, count.again));
      }
      refusals -= count.refusal ? 1 : 0;
      entries.remove();
    }
    return due;
  }

  private boolean hasRoom(AuditEvent event) {
    return isRefusal(event) ? refusals < REFUSALS : counts.size() - refusals < OTHERS;
  }

  private static boolean isRefusal(AuditEvent event) {
    return event.result() == Result.REFUSED || event.kind() == Kind.SESSION;
  }
}
