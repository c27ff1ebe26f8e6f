package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;

/**
 * Makes what arrives from other nodes. Numbers are for ever: a node of another version of Headgate
 * may be in the cluster.
 */
public final class WireFactory implements DataSerializableFactory {

  /** Number of this factory. */
  public static final int ID = 7_301;

  static final int NODE_SHARES = 1;
  static final int MERGE_SHARES = 2;
  static final int MERGE_POLICY = 3;
  static final int PINNED = 4;
  static final int PIN_HIGHER = 5;
  static final int PIN_MERGE_POLICY = 6;

  @Override
  public IdentifiedDataSerializable create(int type) {
    return switch (type) {
      case NODE_SHARES -> new NodeShares();
      case MERGE_SHARES -> new MergeShares();
      case MERGE_POLICY -> new HigherVersionMergePolicy();
      case PINNED -> new Pinned();
      case PIN_HIGHER -> new PinHigher();
      case PIN_MERGE_POLICY -> new HigherPinMergePolicy();
      default ->
          throw new IllegalArgumentException(
              "type %d of factory %d is unknown: another node runs a newer Headgate"
                  .formatted(type, ID));
    };
  }
}
