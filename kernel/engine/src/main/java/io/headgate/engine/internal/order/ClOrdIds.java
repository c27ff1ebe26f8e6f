package io.headgate.engine.internal.order;

import io.headgate.model.order.ClOrdId;

/** Gives out the ClOrdIDs of one epoch; the epoch is durable before the first (invariant I6). */
public final class ClOrdIds {

  private final String node;
  private final int epoch;
  private long sequence;

  /** Starts at sequence 1. */
  public ClOrdIds(String node, int epoch) {
    this.node = node;
    this.epoch = epoch;
  }

  /**
   * The next one.
   *
   * @throws IllegalArgumentException after {@link ClOrdId#MAX_SEQUENCE} of one epoch
   */
  public ClOrdId next() {
    return new ClOrdId(node, epoch, ++sequence);
  }

  /** The epoch. */
  public int epoch() {
    return epoch;
  }
}
