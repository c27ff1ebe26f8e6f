package io.headgate.spi.node;

import org.osgi.annotation.versioning.ProviderType;

/** Who this node is; fixed for the life of the process. */
@ProviderType
public interface NodeInfo {

  /** Node id, the first part of its ClOrdIDs: 1 to 4 of {@code A-Z 0-9}. */
  String id();

  /** Number of nodes that share the additive limits, at least 1. */
  int configuredNodes();

  /** How it runs. */
  Mode mode();

  /** Version of Headgate. */
  String version();

  /** Different people that it takes to lift a kill, at least 1. */
  int rearmsNeeded();

  /** How the node runs. */
  enum Mode {
    /** Real time, routes and connectors on their own threads. */
    LIVE,
    /** Time follows the events, everything on one thread: same input, same result. */
    REPLAY
  }
}
