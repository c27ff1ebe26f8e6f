package io.headgate.rules.drools.internal.load;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import org.jspecify.annotations.Nullable;

/** An alarm whose cause stands until it is cleared here: a person who clears it has it again. */
final class StandingAlarm {

  private final Alarms alarms;
  private final String key;
  private Alarm.@Nullable Level level;
  private String text = "";

  StandingAlarm(Alarms alarms, String key) {
    this.alarms = alarms;
    this.key = key;
  }

  synchronized void raise(Alarm.Level newLevel, String newText) {
    level = newLevel;
    text = newText;
    alarms.raise(key, newLevel, newText);
  }

  synchronized void clear() {
    level = null;
    alarms.clear(key);
  }

  /** To be called every now and then. */
  synchronized void again() {
    Alarm.Level standing = level;
    if (standing != null && !alarms.isActive(key)) {
      alarms.raise(key, standing, text);
    }
  }
}
