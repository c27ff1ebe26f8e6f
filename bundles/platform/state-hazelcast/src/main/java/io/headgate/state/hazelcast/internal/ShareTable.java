package io.headgate.state.hazelcast.internal;

import io.headgate.model.position.PositionKey;
import io.headgate.spi.positions.PositionShare;
import io.headgate.state.hazelcast.internal.wire.NodeShares;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * This node's copy of all shares, in its own memory; safe from every thread. A version never goes
 * back, whatever arrives.
 */
final class ShareTable {

  private final ConcurrentHashMap<PositionKey, NodeShares> positions = new ConcurrentHashMap<>();

  /**
   * Merges shares of one position in.
   *
   * @return whether anything was new
   */
  boolean merge(PositionKey key, NodeShares fresh) {
    boolean[] changed = {false};
    positions.compute(
        key,
        (k, before) -> {
          NodeShares after = before == null ? fresh : before.merge(fresh);
          changed[0] = !after.equals(before);
          return changed[0] ? after : before;
        });
    return changed[0];
  }

  /** What is known of a position, or null. */
  @Nullable NodeShares get(PositionKey key) {
    return positions.get(key);
  }

  /** Whether a share is known that {@code other} does not have. */
  boolean hasMoreThan(PositionKey key, @Nullable NodeShares other) {
    NodeShares mine = positions.get(key);
    return mine != null && (other == null || !other.merge(mine).equals(other));
  }

  /**
   * Signed quantity of all nodes but one; held at the ends of the range where it would overflow.
   */
  long othersQuantity(PositionKey key, String node) {
    NodeShares shares = positions.get(key);
    return shares == null ? 0 : shares.quantityWithout(node);
  }

  /** All shares, by key and node. */
  List<PositionShare> shares() {
    List<PositionShare> shares = new ArrayList<>();
    new TreeMap<>(positions)
        .forEach((key, nodes) -> nodes.forEach((node, held) -> shares.add(held.share(key, node))));
    return shares;
  }

  /** Every position. */
  void forEach(BiConsumer<PositionKey, NodeShares> action) {
    positions.forEach(action);
  }
}
