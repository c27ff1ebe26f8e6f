package io.headgate.surveillance.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.HashMap;
import java.util.Map;

/**
 * When each alarm was told last: one that goes on is told once a second, not at every event, but at
 * once when it has become worse. What a person has not cleared yet never becomes less.
 */
final class Telling {

  private static final long PAUSE_NANOS = 1_000_000_000L;

  private record Told(long at, Alarm.Level level) {}

  private final Alarms alarms;
  private final Map<String, Told> told = new HashMap<>();

  Telling(Alarms alarms) {
    this.alarms = alarms;
  }

  /** Forgets alarms that are due again anyway. */
  void forget(long now) {
    told.values().removeIf(last -> now - last.at() >= PAUSE_NANOS);
  }

  /** Whether an alarm is due; then this is when it was told. */
  boolean isDue(String key, Alarm.Level level, long now) {
    Told before = told.get(key);
    if (before != null && now - before.at() < PAUSE_NANOS && level.compareTo(before.level()) <= 0) {
      return false;
    }
    told.put(key, new Told(now, level));
    return !standsWorse(key, level);
  }

  private boolean standsWorse(String key, Alarm.Level level) {
    for (Alarm alarm : alarms.active()) {
      if (alarm.key().equals(key)) {
        return alarm.level().compareTo(level) > 0;
      }
    }
    return false;
  }
}
