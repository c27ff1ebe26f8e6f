package io.headgate.rules.drools.internal.cluster;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.cluster.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which set each connected node serves by; while they differ an alarm stands on every node. */
final class ServingHashes {

  /** Key of the alarm. */
  static final String ALARM = "rules.cluster";

  private static final String KEY = "rules/serving/";
  private static final int SHOWN = 12;

  private final String node;
  private final Alarms alarms;
  private volatile String trouble = "";

  ServingHashes(String node, Alarms alarms) {
    this.node = node;
    this.alarms = alarms;
  }

  /** What differs; empty if nothing does. */
  String trouble() {
    return trouble;
  }

  /** Tells the others what serves here. */
  void report(SharedBoard board, String hash, long now) {
    byte[] says = hash.getBytes(StandardCharsets.UTF_8);
    Posting before = board.latest(KEY + node);
    if (before == null || !before.says(says)) {
      long time = before == null ? now : Math.max(now, before.stamp().time() + 1);
      board.post(new Posting(KEY + node, new Stamp(time, node), says));
    }
  }

  /** Compares what the connected nodes have told. */
  void compare(SharedBoard board) {
    Map<String, String> serving = new TreeMap<>();
    for (String member : board.members()) {
      Posting told = board.latest(KEY + member);
      String hash = told == null ? "" : new String(told.content(), StandardCharsets.UTF_8);
      if (hash.matches("[0-9a-f]{64}")) {
        serving.put(member, hash);
      }
    }
    String found = new TreeSet<>(serving.values()).size() < 2 ? "" : differing(serving);
    if (found.equals(trouble)) {
      return;
    }
    trouble = found;
    if (found.isEmpty()) {
      alarms.clear(ALARM);
    } else {
      alarms.raise(ALARM, Alarm.Level.WARNING, found);
    }
  }

  private static String differing(Map<String, String> serving) {
    return serving.entrySet().stream()
        .map(one -> "%s serves %s".formatted(one.getKey(), one.getValue().substring(0, SHOWN)))
        .collect(
            Collectors.joining(
                ", ",
                "the nodes judge by different rule sets: ",
                ". Next: wait for a set that is on its way; if it stays so, rule:status there says"
                    + " what is wrong, and rule:activate SET on a node that has it lets one set"
                    + " serve on all"));
  }
}
