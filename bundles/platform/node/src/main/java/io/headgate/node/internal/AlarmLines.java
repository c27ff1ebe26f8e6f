package io.headgate.node.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Which changes of an alarm's text get a line in the log: three of each alarm a minute. A limit
 * that an account comes near has another figure in its text with every order.
 */
final class AlarmLines {

  static final int MOST_A_MINUTE = 3;

  /** So many alarms are told apart; those that are not kept have no end. */
  private static final int MOST_ALARMS = 2_000;

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /** Lines of one alarm since a moment. */
  private record Lines(long since, int count) {}

  private final Map<String, Lines> lines = new HashMap<>();

  /**
   * Whether a change is to be logged, which then counts as a line.
   *
   * @param now nanoseconds of any clock that does not run back
   */
  boolean take(String key, long now) {
    Lines before = lines.get(key);
    if (before == null && lines.size() >= MOST_ALARMS) {
      lines.clear();
    }
    if (before == null || now - before.since() >= MINUTE) {
      lines.put(key, new Lines(now, 1));
      return true;
    }
    if (before.count() >= MOST_A_MINUTE) {
      return false;
    }
    lines.put(key, new Lines(before.since(), before.count() + 1));
    return true;
  }

  /** Of an alarm that has ended. */
  void forget(String key) {
    lines.remove(key);
  }
}
