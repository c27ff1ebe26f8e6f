package io.headgate.limits.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.cluster.Stamp;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes this node's limits and hears theirs. While they differ, the lower of each
 * limit governs here and an alarm stands. A node that is away counts as last heard: it may trade on
 * the other side of a broken network.
 */
@Component(service = HealthCheck.class, immediate = true, configurationPid = FirmLimits.PID)
@Designate(ocd = FirmConfig.class)
public final class FirmLimits implements HealthCheck {

  static final String PID = "io.headgate.limits.cluster";

  /** Alarm of limits that differ between nodes. */
  static final String ALARM = "limits.cluster";

  private static final Logger LOG = LoggerFactory.getLogger(FirmLimits.class);
  private static final String KEY = "limits/serving/";
  private static final Pattern NODE = Pattern.compile("[A-Z0-9]{1,4}");
  private static final int SHOWN = 12;

  private final CsvLimits limits;
  private final SharedBoard board;
  private final String node;
  private final Alarms alarms;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "headgate-limits-firm");
            thread.setDaemon(true);
            return thread;
          });
  private final @Nullable Future<?> looking;
  private final Map<String, Heard> heard = new HashMap<>();
  private volatile Set<String> without;
  private volatile String trouble = "";
  private @Nullable LimitTable told;

  /**
   * What was last heard of a node.
   *
   * @param table its limits; null if they could not be read
   * @param wrong why they could not; empty if they could
   */
  private record Heard(Posting posting, @Nullable PeerTable table, String wrong) {}

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  @Activate
  public FirmLimits(
      @Reference CsvLimits limits,
      @Reference SharedBoard board,
      @Reference NodeInfo node,
      @Reference Alarms alarms,
      FirmConfig config,
      Map<String, Object> properties) {
    this.limits = limits;
    this.board = board;
    this.node = node.id();
    this.alarms = alarms;
    ConfigFile file = new ConfigFile(PID, properties);
    this.without = without(config, file);
    int pollMillis = file.count("pollMillis", config::pollMillis, 50, 10_000);
    this.looking =
        node.mode() == NodeInfo.Mode.LIVE
            ? executor.scheduleWithFixedDelay(this::guarded, 0, pollMillis, TimeUnit.MILLISECONDS)
            : null;
  }

  private static Set<String> without(FirmConfig config, ConfigFile file) {
    List<String> nodes = file.list("withoutNodes", config::withoutNodes);
    for (String gone : nodes) {
      if (!NODE.matcher(gone).matches()) {
        throw file.wrong("withoutNodes", gone, "names of nodes with commas, as in N2,N3");
      }
    }
    return Set.copyOf(nodes);
  }

  /** Counts at once: it lets orders go that wait for it. */
  @Modified
  void modified(FirmConfig config, Map<String, Object> properties) {
    without = without(config, new ConfigFile(PID, properties));
  }

  /** What was last heard governs on. */
  @Deactivate
  void close() {
    if (looking != null) {
      looking.cancel(false);
    }
    executor.shutdownNow();
  }

  private void guarded() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("The other nodes' limits could not be looked at; it is tried again", e);
    }
  }

  /** Tells, hears and compares. */
  void look() {
    tell();
    List<PeerTable> peers = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Posting posting : board.postings(KEY)) {
      String from = posting.key().substring(KEY.length());
      if (!from.equals(node) && !without.contains(from)) {
        Heard now = hear(from, posting);
        if (now.table() != null) {
          peers.add(now.table());
        }
        if (!now.wrong().isEmpty()) {
          wrong.add("the limits of %s cannot be read (%s)".formatted(from, now.wrong()));
        }
      }
    }
    limits.follow(peers);
    compare(peers, wrong);
  }

  private void tell() {
    LimitTable own = limits.own();
    if (own == null) {
      return;
    }
    Posting before = board.latest(KEY + node);
    if (own == told && before != null && before.stamp().node().equals(node)) {
      return;
    }
    byte[] says = WireRows.encode(own);
    if (before == null || !before.says(says)) {
      long time = limits.clock().epochNanos();
      board.post(
          new Posting(
              KEY + node,
              new Stamp(before == null ? time : Math.max(time, before.stamp().time() + 1), node),
              says));
    }
    told = own;
  }

  private Heard hear(String from, Posting posting) {
    Heard before = heard.get(from);
    if (before != null && before.posting().equals(posting)) {
      return before;
    }
    Heard now;
    try {
      now = new Heard(posting, read(from, posting), "");
    } catch (IllegalArgumentException e) {
      // What was heard before governs on: it is not known to be any higher.
      PeerTable last = before == null ? null : before.table();
      now = new Heard(posting, last, String.valueOf(e.getMessage()));
    }
    heard.put(from, now);
    return now;
  }

  private PeerTable read(String from, Posting posting) {
    WireRows rows = WireRows.decode(posting.content());
    if (!limits.table(rows.rows()).hash().equals(rows.hash())) {
      throw new IllegalArgumentException("their rows do not give the hash " + rows.hash());
    }
    return new PeerTable(from, limits.table(rows.of(from)), rows.hash());
  }

  private void compare(List<PeerTable> peers, List<String> wrong) {
    String own = limits.hash();
    List<String> differing = new ArrayList<>(wrong);
    List<String> members = board.members();
    for (PeerTable peer : peers) {
      if (!peer.hash().equals(own) && !own.isEmpty()) {
        String away = members.contains(peer.node()) ? "" : " (away, as last heard)";
        differing.add("%s has %s%s".formatted(peer.node(), shown(peer.hash()), away));
      }
    }
    String found = differing.isEmpty() ? "" : text(own, differing);
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

  private String text(String own, List<String> differing) {
    return differing.stream()
        .collect(
            Collectors.joining(
                ", ",
                "the nodes have different limits, the lower of each governs on this node: %s has %s, "
                    .formatted(node, shown(own)),
                ". Next: save the same files in rules/limits of every node, or activate a set that"
                    + " has them; a node that is gone for good: withoutNodes in etc/"
                    + PID
                    + ".cfg"));
  }

  private static String shown(String hash) {
    return hash.substring(0, Math.min(SHOWN, hash.length()));
  }

  @Override
  public String name() {
    return "limits-cluster";
  }

  @Override
  public Health check() {
    String now = Objects.requireNonNull(trouble);
    return now.isEmpty() ? Health.UP : Health.degraded(now);
  }
}
