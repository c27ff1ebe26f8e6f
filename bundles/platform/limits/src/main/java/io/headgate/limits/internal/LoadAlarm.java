package io.headgate.limits.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says that files could not be loaded, as long as somebody takes alarms. */
final class LoadAlarm {

  static final String KEY = "limits.load";

  private static final int SHOWN = 5;

  private @Nullable Alarms alarms;
  private List<String> standing = List.of();
  private boolean closed;

  synchronized void tellTo(Alarms newAlarms) {
    alarms = newAlarms;
  }

  synchronized void noLongerTellTo(Alarms oldAlarms) {
    if (alarms == oldAlarms) {
      alarms = null;
    }
  }

  /**
   * @param faults what is wrong, one line each; none clears the alarm
   * @param deny whether orders are denied because of it
   */
  synchronized void tell(List<String> faults, boolean deny) {
    standing = List.copyOf(faults);
    closed = deny;
    if (alarms == null) {
      return;
    }
    if (standing.isEmpty()) {
      alarms.clear(KEY);
    } else {
      raise(alarms);
    }
  }

  /** Who clears the alarm while the faults stand has it again. */
  synchronized void again() {
    if (alarms != null && !standing.isEmpty() && !alarms.isActive(KEY)) {
      raise(alarms);
    }
  }

  private void raise(Alarms told) {
    told.raise(KEY, closed ? Alarm.Level.CRITICAL : Alarm.Level.WARNING, shown(standing));
  }

  /** The first of them, and how many more there are. */
  static String shown(List<String> faults) {
    String first = String.join("\n", faults.subList(0, Math.min(SHOWN, faults.size())));
    return faults.size() <= SHOWN
        ? first
        : first + "\nand %d more".formatted(faults.size() - SHOWN);
  }
}
