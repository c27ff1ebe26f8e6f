package io.headgate.routes.camel.internal.service;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the routes' alarms, so that an alarm service that comes late or is replaced has them. */
public final class AlarmBoard {

  private final Map<String, Raised> raised = new TreeMap<>();
  private @Nullable Alarms alarms;

  private record Raised(Alarm.Level level, String text) {}

  /** Passes everything to this service from now on, what is active first. */
  public synchronized void use(Alarms service) {
    alarms = service;
    raised.forEach((key, alarm) -> service.raise(key, alarm.level(), alarm.text()));
  }

  /** Keeps the alarms to itself until another service comes. */
  public synchronized void lose(Alarms service) {
    if (alarms == service) {
      alarms = null;
    }
  }

  /** Raises an alarm; the same text again is not counted again. */
  public synchronized void raise(String key, Alarm.Level level, String text) {
    Raised fresh = new Raised(level, text);
    Raised before = raised.put(key, fresh);
    if (alarms != null && !fresh.equals(before)) {
      alarms.raise(key, level, text);
    }
  }

  /** Clears an alarm that this board has raised; any other is left alone. */
  public synchronized void clear(String key) {
    if (raised.remove(key) != null && alarms != null) {
      alarms.clear(key);
    }
  }
}
