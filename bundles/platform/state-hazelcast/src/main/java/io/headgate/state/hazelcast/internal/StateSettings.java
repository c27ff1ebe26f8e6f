package io.headgate.state.hazelcast.internal;

import java.util.List;

/**
 * How the nodes find each other.
 *
 * @param clusterName name that all nodes of the firm share
 * @param bindAddress address on which this node listens
 * @param port port on which this node listens; no other is tried
 * @param publicAddress host:port at which other nodes reach this one; empty: bindAddress and port
 * @param members host:port of the nodes to look for
 * @param backupCount nodes that keep a copy besides the first, 0 to 6
 * @param timing how patient it is
 */
record StateSettings(
    String clusterName,
    String bindAddress,
    int port,
    String publicAddress,
    List<String> members,
    int backupCount,
    Timing timing) {

  StateSettings {
    members = List.copyOf(members);
  }

  /**
   * How patient it is.
   *
   * @param heartbeatSeconds silence after which a node counts as gone
   * @param mergeSeconds time between two looks for the other half of a split
   * @param reconcileMillis time between two comparisons of this node's memory with the cluster's
   * @param retryMillis wait before Hazelcast is started again after a failure
   */
  record Timing(int heartbeatSeconds, int mergeSeconds, long reconcileMillis, long retryMillis) {}
}
