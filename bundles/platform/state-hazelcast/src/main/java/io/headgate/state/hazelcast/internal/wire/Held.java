package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.positions.PositionShare;
import java.io.IOException;
import java.util.Comparator;

/**
 * One node's part of one position, at one version.
 *
 * @param epoch epoch of the node
 * @param sequence version within the epoch
 * @param quantity signed, nine decimals
 * @param realized realised P&amp;L before fees, six decimals
 * @param fees fees paid, six decimals
 */
public record Held(int epoch, long sequence, long quantity, long realized, long fees)
    implements Comparable<Held> {

  /**
   * The version decides. The values count only where a broken node has given two things the same
   * version: then too every node must keep the same one, whatever came first.
   */
  private static final Comparator<Held> ORDER =
      Comparator.comparingInt(Held::epoch)
          .thenComparingLong(Held::sequence)
          .thenComparingLong(Held::quantity)
          .thenComparingLong(Held::realized)
          .thenComparingLong(Held::fees);

  /** What travels of a share; key and node stand beside it. */
  public static Held of(PositionShare share) {
    return new Held(
        share.epoch(), share.sequence(), share.quantity(), share.realized(), share.fees());
  }

  /** The share that this is of a position and a node. */
  public PositionShare share(PositionKey key, String node) {
    return new PositionShare(key, node, epoch, sequence, quantity, realized, fees);
  }

  /** The one of the higher version. */
  public static Held higher(Held a, Held b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  @Override
  public int compareTo(Held other) {
    return ORDER.compare(this, other);
  }

  void write(ObjectDataOutput out) throws IOException {
    out.writeInt(epoch);
    out.writeLong(sequence);
    out.writeLong(quantity);
    out.writeLong(realized);
    out.writeLong(fees);
  }

  static Held read(ObjectDataInput in) throws IOException {
    return new Held(in.readInt(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }
}
