package io.headgate.rules.drools.internal.cluster;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.cluster.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which set each connected node serves by; while they differ an alarm stands on every node. */
final class ServingHashes {

  /** Key of the alarm. */
  static final String ALARM = "rules.cluster";

  private static final String KEY = "rules/serving/";
  private static final int SHOWN = 12;
  private static final String CANARY =
      "rule:activate SET there lets the set of the canary serve on all, rule:rollback there ends it";
  private static final String DIFFER =
      "wait for a set that is on its way; if it stays so, rule:status there says what is wrong, and"
          + " rule:activate SET on a node that has it lets one set serve on all";

  private static final String APART =
      "nothing, if that is meant: distribute = false in etc/io.headgate.rules.cfg keeps a set where"
          + " it was activated";

  private final String node;
  private final boolean distribute;
  private final Alarms alarms;
  private volatile String trouble = "";

  /**
   * What a node tells.
   *
   * @param hash of the set that serves there; empty if none does
   * @param canary whether it is to serve there alone for now
   */
  record Said(String hash, boolean canary) {

    private static final String HASH = "[0-9a-f]{64}";
    private static final String MARK = " canary";

    byte[] encode() {
      return (canary ? hash + MARK : hash).getBytes(StandardCharsets.UTF_8);
    }

    static Said decode(byte[] content) {
      String text = new String(content, StandardCharsets.UTF_8);
      boolean canary = text.endsWith(MARK);
      String hash = canary ? text.substring(0, text.length() - MARK.length()) : text;
      return hash.matches(HASH) ? new Said(hash, canary) : new Said("", false);
    }

    private String shown() {
      return hash.substring(0, SHOWN) + (canary ? " as a canary" : "");
    }
  }

  ServingHashes(String node, boolean distribute, Alarms alarms) {
    this.node = node;
    this.distribute = distribute;
    this.alarms = alarms;
  }

  /** What differs; empty if nothing does. */
  String trouble() {
    return trouble;
  }

  /** Tells the others what serves here. */
  void report(SharedBoard board, Said said, long now) {
    byte[] says = said.encode();
    Posting before = board.latest(KEY + node);
    if (before == null || !before.says(says)) {
      long time = before == null ? now : Math.max(now, before.stamp().time() + 1);
      board.post(new Posting(KEY + node, new Stamp(time, node), says));
    }
  }

  /** Compares what the connected nodes have told. */
  void compare(SharedBoard board) {
    Map<String, Said> serving = new TreeMap<>();
    for (String member : board.members()) {
      Posting told = board.latest(KEY + member);
      Said said = told == null ? new Said("", false) : Said.decode(told.content());
      if (!said.hash().isEmpty()) {
        serving.put(member, said);
      }
    }
    String found = hashes(serving, true).size() < 2 ? "" : differing(serving);
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

  private static Set<String> hashes(Map<String, Said> serving, boolean withCanaries) {
    return serving.values().stream()
        .filter(said -> withCanaries || !said.canary())
        .map(Said::hash)
        .collect(Collectors.toSet());
  }

  private String next(Map<String, Said> serving) {
    if (!distribute) {
      return APART;
    }
    return hashes(serving, false).size() < 2 ? CANARY : DIFFER;
  }

  private String differing(Map<String, Said> serving) {
    return serving.entrySet().stream()
        .map(one -> "%s serves %s".formatted(one.getKey(), one.getValue().shown()))
        .collect(
            Collectors.joining(
                ", ", "the nodes judge by different rule sets: ", ". Next: " + next(serving)));
  }
}
