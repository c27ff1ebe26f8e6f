package io.headgate.node.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarms in memory. Every change is one event and a line in the log, of one alarm's text a few
 * lines a minute; the same alarm with the same text only counts up, so that a fault in a loop
 * floods neither.
 */
@Component(service = Alarms.class, immediate = true)
public final class AlarmBoard implements Alarms {

  private static final Logger LOG = LoggerFactory.getLogger("io.headgate.alarms");

  /** More different alarms than this say nothing new to a person, and memory must stay bounded. */
  static final int MAX_ACTIVE = 1_000;

  static final String OVERFLOW_KEY = "alarms.overflow";

  private static final Comparator<Alarm> WORST_FIRST =
      Comparator.comparing(Alarm::level)
          .reversed()
          .thenComparing(Alarm::raised)
          .thenComparing(Alarm::key);

  private static final Comparator<Alarm> OLDEST_FIRST =
      Comparator.comparing(Alarm::raised).thenComparing(Alarm::key);

  private final Clock clock;
  private final EventPublisher events;
  private final Map<String, Alarm> active = new HashMap<>();
  private final AlarmLines lines = new AlarmLines();

  @Activate
  public AlarmBoard(@Reference Clock clock, @Reference EventPublisher events) {
    this.clock = clock;
    this.events = events;
  }

  @Override
  public synchronized void raise(String key, Alarm.Level level, String text) {
    Alarm before = active.get(key);
    if (before == null && isFull() && !key.equals(OVERFLOW_KEY)) {
      raise(
          OVERFLOW_KEY,
          Alarm.Level.CRITICAL,
          "more than %d alarms are active; further ones are only in the log, and a critical one takes the place of the oldest warning"
              .formatted(MAX_ACTIVE));
      if (level != Alarm.Level.CRITICAL || !displaced()) {
        if (lines.take(key, clock.epochNanos())) {
          log(level, "raised (not kept)", key, text);
        }
        return;
      }
    }
    Alarm after = raised(before, key, level, text);
    active.put(key, after);
    if (before == null || before.level() != level) {
      log(level, before == null ? "raised" : "changed", key, text);
      publish(after);
    } else if (!before.text().equals(text)) {
      if (lines.take(key, clock.epochNanos())) {
        log(level, "changed", key, text);
      }
      publish(after);
    }
  }

  /** Without the alarm that says so. */
  private boolean isFull() {
    int alarms = active.containsKey(OVERFLOW_KEY) ? active.size() - 1 : active.size();
    return alarms >= MAX_ACTIVE;
  }

  /** Whether the oldest warning gave way to something worse; the log keeps it. */
  private boolean displaced() {
    Alarm oldest =
        active.values().stream()
            .filter(alarm -> alarm.level() == Alarm.Level.WARNING)
            .min(OLDEST_FIRST)
            .orElse(null);
    if (oldest == null) {
      return false;
    }
    active.remove(oldest.key());
    lines.forget(oldest.key());
    log(oldest.level(), "displaced by a critical one", oldest.key(), oldest.text());
    publishEnded(oldest);
    return true;
  }

  private Alarm raised(@Nullable Alarm before, String key, Alarm.Level level, String text) {
    if (before == null) {
      return new Alarm(key, level, text, clock.epochNanos(), 1, "", true);
    }
    // Who has seen a warning has not seen that it became critical.
    String seenBy = level.compareTo(before.level()) > 0 ? "" : before.acknowledgedBy();
    int count = before.count() == Integer.MAX_VALUE ? before.count() : before.count() + 1;
    return new Alarm(key, level, text, before.raised(), count, seenBy, true);
  }

  @Override
  public synchronized void clear(String key) {
    Alarm before = active.remove(key);
    if (before != null) {
      lines.forget(key);
      LOG.info("Alarm cleared: {} (raised {} times): {}", key, before.count(), before.text());
      publishEnded(before);
      if (!key.equals(OVERFLOW_KEY) && !isFull()) {
        clear(OVERFLOW_KEY);
      }
    }
  }

  private void publishEnded(Alarm before) {
    publish(
        new Alarm(
            before.key(),
            before.level(),
            before.text(),
            before.raised(),
            before.count(),
            before.acknowledgedBy(),
            false));
  }

  @Override
  public synchronized void clear(String key, String who) {
    if (!active.containsKey(key)) {
      throw unknown(key);
    }
    if (who.isBlank()) {
      throw new IllegalArgumentException("an alarm is cleared by a named person");
    }
    LOG.info("Alarm cleared by {}: {}", who, key);
    clear(key);
  }

  private static IllegalArgumentException unknown(String key) {
    return new IllegalArgumentException(
        "no alarm '%s' is active; the list of alarms shows the keys".formatted(key));
  }

  @Override
  public synchronized void acknowledge(String key, String who) {
    Alarm before = active.get(key);
    if (before == null) {
      throw unknown(key);
    }
    if (who.isBlank()) {
      throw new IllegalArgumentException("an alarm is acknowledged by a named person");
    }
    Alarm after =
        new Alarm(key, before.level(), before.text(), before.raised(), before.count(), who, true);
    active.put(key, after);
    LOG.info("Alarm acknowledged by {}: {}", who, key);
    publish(after);
  }

  @Override
  public synchronized List<Alarm> active() {
    return active.values().stream().sorted(WORST_FIRST).toList();
  }

  @Override
  public synchronized boolean isActive(String key) {
    return active.containsKey(key);
  }

  /** Inside the lock, so that subscribers see the changes in their order. */
  private void publish(Alarm alarm) {
    events.publish(new NodeEvent.AlarmChanged(clock.epochNanos(), alarm));
  }

  private static void log(Alarm.Level level, String change, String key, String text) {
    if (level == Alarm.Level.CRITICAL) {
      LOG.error("Alarm {}: {}: {}", change, key, text);
    } else {
      LOG.warn("Alarm {}: {}: {}", change, key, text);
    }
  }
}
