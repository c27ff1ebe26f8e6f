package io.headgate.testkit.fake;

import io.headgate.model.position.PositionKey;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.positions.SharedPositions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Positions of nodes that live in one process; every publication arrives at once. */
public final class FakeSharedPositions implements SharedPositions {

  private static final Comparator<PositionShare> BY_VERSION =
      Comparator.comparingInt(PositionShare::epoch).thenComparingLong(PositionShare::sequence);

  private final String node;
  private final Cluster cluster;

  /** A node alone. */
  public FakeSharedPositions(String node) {
    this(node, new Cluster());
  }

  private FakeSharedPositions(String node, Cluster cluster) {
    this.node = node;
    this.cluster = cluster;
    cluster.members.add(node);
  }

  /** Another node of the same cluster. */
  public FakeSharedPositions peer(String name) {
    return new FakeSharedPositions(name, cluster);
  }

  @Override
  public void publish(PositionShare share) {
    cluster.shares.merge(
        new ShareKey(share.key(), share.node()),
        share,
        (old, fresh) -> BY_VERSION.compare(fresh, old) > 0 ? fresh : old);
  }

  @Override
  public long othersQuantity(PositionKey key) {
    return cluster.shares.values().stream()
        .filter(share -> share.key().equals(key) && !share.node().equals(node))
        .mapToLong(PositionShare::quantity)
        .sum();
  }

  @Override
  public List<PositionShare> shares() {
    return List.copyOf(cluster.shares.values());
  }

  @Override
  public List<String> members() {
    return List.copyOf(cluster.members);
  }

  private static final class Cluster {
    private final ConcurrentSkipListMap<ShareKey, PositionShare> shares =
        new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListSet<String> members = new ConcurrentSkipListSet<>();
  }

  private record ShareKey(PositionKey key, String node) implements Comparable<ShareKey> {
    @Override
    public int compareTo(ShareKey other) {
      int byKey = key.compareTo(other.key);
      return byKey != 0 ? byKey : node.compareTo(other.node);
    }
  }
}
