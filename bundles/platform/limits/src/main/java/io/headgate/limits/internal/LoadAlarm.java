package io.headgate.limits.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says that files could not be loaded, as long as somebody takes alarms. */
final class LoadAlarm {

  static final String KEY = "limits.load";

  private static final int SHOWN = 5;

  private volatile @Nullable Alarms alarms;

  void tellTo(Alarms newAlarms) {
    alarms = newAlarms;
  }

  void noLongerTellTo(Alarms oldAlarms) {
    if (alarms == oldAlarms) {
      alarms = null;
    }
  }

  /**
   * @param faults what is wrong, one line each; none clears the alarm
   * @param closed whether orders are denied because of it
   */
  void tell(List<String> faults, boolean closed) {
    Alarms told = alarms;
    if (told == null) {
      return;
    }
    if (faults.isEmpty()) {
      told.clear(KEY);
    } else {
      told.raise(KEY, closed ? Alarm.Level.CRITICAL : Alarm.Level.WARNING, shown(faults));
    }
  }

  /** The first of them, and how many more there are. */
  static String shown(List<String> faults) {
    String first = String.join("\n", faults.subList(0, Math.min(SHOWN, faults.size())));
    return faults.size() <= SHOWN
        ? first
        : first + "\nand %d more".formatted(faults.size() - SHOWN);
  }
}
