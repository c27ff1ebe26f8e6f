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

  /**
   * A named person clears an alarm whose cause is gone; it is raised again if it is not.
   *
   * @throws IllegalArgumentException if no such alarm is active, or nobody is named
   */
  default void clear(String key, String who) {
    clear(key);
  }

  /** Active alarms, worst first. */
  List<Alarm> active();

  /** Whether an alarm of that key is active; a person may have cleared it. */
  default boolean isActive(String key) {
    return active().stream().anyMatch(alarm -> alarm.key().equals(key));
  }
}
