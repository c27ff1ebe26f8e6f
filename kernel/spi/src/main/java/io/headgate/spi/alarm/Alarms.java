package io.headgate.spi.alarm;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The alarms of this node; safe from every thread, never blocks. */
@ProviderType
public interface Alarms {

  /** Raises an alarm, or raises it again with a new text. */
  void raise(String key, Alarm.Level level, String text);

  /** Clears an alarm; nothing happens if it was not raised. */
  void clear(String key);

  /**
   * Notes that a named person has seen an alarm.
   *
   * @throws IllegalArgumentException if no such alarm is active
   */
  void acknowledge(String key, String who);

  /** Active alarms, worst first. */
  List<Alarm> active();
}
