package io.headgate.testkit.fake;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps alarms in memory; their time is always 0. */
public final class RecordingAlarms implements Alarms {

  private final NavigableMap<String, Alarm> alarms = new TreeMap<>();

  @Override
  public synchronized void raise(String key, Alarm.Level level, String text) {
    Alarm before = alarms.get(key);
    int count = before == null ? 1 : before.count() + 1;
    String acknowledgedBy = before == null ? "" : before.acknowledgedBy();
    alarms.put(key, new Alarm(key, level, text, 0, count, acknowledgedBy, true));
  }

  @Override
  public synchronized void clear(String key) {
    alarms.remove(key);
  }

  @Override
  public synchronized void acknowledge(String key, String who) {
    Alarm alarm = alarms.get(key);
    if (alarm == null) {
      throw new IllegalArgumentException(
          "no alarm '%s' is active; active are %s".formatted(key, alarms.keySet()));
    }
    alarms.put(key, new Alarm(key, alarm.level(), alarm.text(), 0, alarm.count(), who, true));
  }

  @Override
  public synchronized List<Alarm> active() {
    return alarms.values().stream()
        .sorted(Comparator.comparing(Alarm::level).reversed().thenComparing(Alarm::key))
        .toList();
  }

  @Override
  public synchronized boolean isActive(String key) {
    return alarms.containsKey(key);
  }
}
