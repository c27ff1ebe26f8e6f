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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
  private static final int SHOWN = 12;
  private static final int CLOSE_SECONDS = 5;

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
  private volatile Set<String> without;
  private volatile String trouble = "";

  /** What the alarm was last said to be; null: nothing yet, an alarm may stand from before. */
  private @Nullable String said;

  private @Nullable Own told;

  /** This node's limits, as they travel, or why they cannot. */
  private static final class Own {
    private final LimitTable table;
    private final byte[] bytes;
    private final String wrong;

    Own(LimitTable table) {
      this.table = table;
      byte[] encoded = {};
      String why = "";
      try {
        encoded = WireRows.encode(table);
      } catch (IllegalArgumentException e) {
        why = String.valueOf(e.getMessage());
      }
      this.bytes = encoded;
      this.wrong = why;
    }
  }

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
      if (!HeardNodes.NODE.matcher(gone).matches()) {
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
    // What is being written is written to its end.
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A look at the other nodes' limits takes long; this part ends without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void guarded() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("The other nodes' limits could not be looked at; it is tried again", e);
    }
  }

  /** Hears, tells and compares. What cannot be told stops nothing from being heard. */
  void look() {
    Set<String> gone = without;
    HeardNodes heard = limits.heard();
    board.postings(HeardNodes.KEY).forEach(heard::hear);
    List<PeerTable> peers = heard.tables(gone);
    limits.follow(peers);
    List<String> wrong = new ArrayList<>();
    try {
      heard.postings(gone).forEach(this::remind);
      tell();
    } catch (RuntimeException e) {
      wrong.add(
          "this node cannot tell the others its limits, so they do not keep to what is lower here:"
              + " %s. Next: make the files in rules/limits smaller".formatted(e.getMessage()));
    }
    heard.keep(gone);
    wrong.addAll(heard.wrong(gone));
    compare(peers, wrong, heard.isAnyUnknown(gone) ? Alarm.Level.CRITICAL : Alarm.Level.WARNING);
  }

  /** A board that was emptied gets back what was heard, so that nothing older takes its place. */
  private void remind(Posting heard) {
    Posting known = board.latest(heard.key());
    if (known == null || known.compareTo(heard) < 0) {
      board.post(heard);
    }
  }

  /**
   * @throws IllegalArgumentException if the limits cannot travel
   */
  private void tell() {
    LimitTable table = limits.own();
    if (table == null || limits.awaitsSet()) {
      return;
    }
    Own own = told;
    if (own == null || own.table != table) {
      own = new Own(table);
      told = own;
    }
    if (!own.wrong.isEmpty()) {
      throw new IllegalArgumentException(own.wrong);
    }
    Posting before = board.latest(HeardNodes.KEY + node);
    if (before == null || !before.says(own.bytes)) {
      long time = limits.clock().epochNanos();
      if (before != null) {
        time = Math.max(time, Math.addExact(before.stamp().time(), 1));
      }
      board.post(new Posting(HeardNodes.KEY + node, new Stamp(time, node), own.bytes));
    }
  }

  private void compare(List<PeerTable> peers, List<String> wrong, Alarm.Level level) {
    String own = limits.hash();
    List<String> differing = new ArrayList<>();
    List<String> members = board.members();
    for (PeerTable peer : peers) {
      if (!peer.hash().equals(own) && !own.isEmpty()) {
        String away = members.contains(peer.node()) ? "" : " (away, as last heard)";
        differing.add("%s has %s%s".formatted(peer.node(), shown(peer.hash()), away));
      }
    }
    List<String> all = new ArrayList<>(wrong);
    if (!differing.isEmpty()) {
      all.add(0, text(own, differing));
    }
    String found = String.join(". ", all);
    trouble = found;
    // Who clears the alarm while they differ has it again.
    if (found.equals(said) && (found.isEmpty() || alarms.isActive(ALARM))) {
      return;
    }
    if (found.isEmpty()) {
      alarms.clear(ALARM);
    } else {
      alarms.raise(ALARM, level, found);
    }
    said = found;
  }

  private String text(String own, List<String> differing) {
    return differing.stream()
        .collect(
            Collectors.joining(
                ", ",
                "the nodes have different limits, the lower of each governs on this node: %s has %s, "
                    .formatted(node, shown(own)),
                ". Next: rule:nodes shows them; save the same files in rules/limits of every node, or"
                    + " activate a set that has them; a node that is gone for good: withoutNodes in etc/"
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
