package io.headgate.rules.drools.internal.cluster;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.cluster.Stamp;
import io.headgate.spi.rules.RuleNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   * @param since when it began to serve there, UTC nanoseconds since 1970; 0 if none serves
   * @param limits hash of its own limits; empty if it has none
   */
  record Said(String hash, boolean canary, long since, String limits) {

    private static final Said NOTHING = new Said("", false, 0, "");

    /** Words that a later version says behind these are no reason not to hear these. */
    private static final Pattern FORM =
        Pattern.compile(
            "([0-9a-f]{64})?( canary)?(?: since ([1-8]?\\d{1,18}))?(?: limits ([0-9a-f]{64}))?"
                + "(?: .*)?");

    byte[] encode() {
      return (hash
              + (canary ? " canary" : "")
              + " since "
              + since
              + (limits.isEmpty() ? "" : " limits " + limits))
          .getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing, where it cannot be read: a node that is broken says nothing about its rules. */
    static Said decode(byte[] content) {
      Matcher told = FORM.matcher(new String(content, StandardCharsets.UTF_8));
      if (!told.matches()) {
        return NOTHING;
      }
      String hash = Objects.requireNonNullElse(told.group(1), "");
      return new Said(
          hash,
          told.group(2) != null && !hash.isEmpty(),
          Long.parseLong(Objects.requireNonNullElse(told.group(3), "0")),
          Objects.requireNonNullElse(told.group(4), ""));
    }

    private RuleNode of(String node, Said here, boolean self) {
      return new RuleNode(
          node,
          hash,
          canary,
          since,
          limits,
          self || same(hash, here.hash),
          self || same(limits, here.limits));
    }

    /** What is not known is not the same. */
    private static boolean same(String one, String other) {
      return !one.isEmpty() && one.equals(other);
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
    Map<String, Said> serving = told(board);
    serving.values().removeIf(said -> said.hash().isEmpty());
    String found = hashes(serving, true).size() < 2 ? "" : differing(serving);
    // Who clears the alarm while they differ has it again.
    if (found.equals(trouble) && (found.isEmpty() || alarms.isActive(ALARM))) {
      return;
    }
    trouble = found;
    if (found.isEmpty()) {
      alarms.clear(ALARM);
    } else {
      alarms.raise(ALARM, Alarm.Level.WARNING, found);
    }
  }

  /** What each connected node has told last, by name. */
  private static Map<String, Said> told(SharedBoard board) {
    Map<String, Said> told = new TreeMap<>();
    for (String member : board.members()) {
      Posting last = board.latest(KEY + member);
      told.put(member, last == null ? Said.NOTHING : Said.decode(last.content()));
    }
    return told;
  }

  /**
   * What each connected node judges by, this one included, by name.
   *
   * @param board null while this node shares nothing
   * @param here what this node would tell now
   */
  List<RuleNode> nodes(@Nullable SharedBoard board, Said here) {
    Map<String, Said> all = board == null ? new TreeMap<>() : told(board);
    all.put(node, here);
    List<RuleNode> nodes = new ArrayList<>();
    all.forEach((name, said) -> nodes.add(said.of(name, here, name.equals(node))));
    return nodes;
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
                ", ",
                "the nodes judge by different rule sets: ",
                ". Next: rule:nodes shows them; " + next(serving)));
  }
}
