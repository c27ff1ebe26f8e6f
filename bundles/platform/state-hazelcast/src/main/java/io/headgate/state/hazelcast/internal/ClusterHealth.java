package io.headgate.state.hazelcast.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.plugin.Health;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How well the positions are shared, as health and as alarm. None of it stops trading: what a node
 * may send follows from its own rights.
 */
final class ClusterHealth {

  /** Key of the alarm. */
  static final String ALARM = "state.cluster";

  private static final Logger LOG = LoggerFactory.getLogger(ClusterHealth.class);

  private final int configuredNodes;
  private final Alarms alarms;
  private final String place;
  private volatile Health health = Health.degraded("the shared positions are starting");
  private List<String> seen = List.of();

  /**
   * @param place address and configuration file, for messages
   */
  ClusterHealth(int configuredNodes, Alarms alarms, String place) {
    this.configuredNodes = configuredNodes;
    this.alarms = alarms;
    this.place = place;
  }

  Health health() {
    return health;
  }

  /** Hazelcast runs and these nodes are connected. */
  synchronized void connected(List<String> members) {
    if (members.equals(seen)) {
      return;
    }
    seen = List.copyOf(members);
    if (new HashSet<>(members).size() < members.size()) {
      trouble(
          Alarm.Level.CRITICAL,
          "two nodes have the same name, so that one hides the other's positions: %s. Next: give"
                  .formatted(members)
              + " each node its own nodeId in io.headgate.node.cfg and restart one");
    } else if (members.size() < configuredNodes) {
      trouble(
          Alarm.Level.WARNING,
          ("%d of %d nodes are connected: %s; positions of the others are as last heard. Next: start"
                  + " them, and look at members in io.headgate.state.cfg")
              .formatted(members.size(), configuredNodes, members));
    } else {
      health = Health.UP;
      alarms.clear(ALARM);
    }
  }

  /** Hazelcast could not start, or has stopped. */
  synchronized void failed(Throwable failure) {
    seen = List.of();
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    LOG.debug("Hazelcast failed", failure);
    trouble(
        Alarm.Level.WARNING,
        ("positions are not shared: %s (%s). This node trades on its own rights and tries again."
                + " Next: free the port, or give this node another")
            .formatted(innermost.getMessage(), place));
  }

  private void trouble(Alarm.Level level, String text) {
    if (!text.equals(health.reason())) {
      health = Health.degraded(text);
      alarms.raise(ALARM, level, text);
      LOG.warn("Shared positions: {}", text);
    }
  }
}
