package io.headgate.limits.internal;

import java.util.List;

/**
 * What answers, replaced as a whole, so that nobody meets a new version with an old answer.
 *
 * @param version counts the changes of what answers
 * @param state this node's own limits
 * @param peers limits of the other nodes, as last heard
 * @param lowest what governs
 */
record InForce(long version, LimitState state, List<PeerTable> peers, Lowest lowest) {

  /** Before anything was read. */
  static final InForce NOTHING =
      new InForce(0, LimitState.EMPTY, List.of(), Lowest.of(null, List.of()));

  /** Other limits of this node. */
  InForce with(LimitState fresh) {
    return next(fresh, peers);
  }

  /** Other limits of other nodes. */
  InForce with(List<PeerTable> fresh) {
    return next(state, List.copyOf(fresh));
  }

  private InForce next(LimitState freshState, List<PeerTable> freshPeers) {
    Lowest fresh = Lowest.of(freshState.table(), freshPeers);
    boolean same = fresh.sameAs(lowest);
    return new InForce(same ? version : version + 1, freshState, freshPeers, same ? lowest : fresh);
  }
}
