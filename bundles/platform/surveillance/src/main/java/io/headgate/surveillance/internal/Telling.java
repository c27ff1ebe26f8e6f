package io.headgate.surveillance.internal;

import java.util.HashMap;
import java.util.Map;

/** When each alarm was told last: one that goes on is told once a second, not at every event. */
final class Telling {

  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final Map<String, Long> told = new HashMap<>();

  /** Forgets alarms that are due again anyway. */
  void forget(long now) {
    told.values().removeIf(at -> now - at >= PAUSE_NANOS);
  }

  /** Whether an alarm is due; then this is when it was told. */
  boolean isDue(String key, long now) {
    Long before = told.get(key);
    if (before != null && now - before < PAUSE_NANOS) {
      return false;
    }
    told.put(key, now);
    return true;
  }
}
