package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges shares into a position where it is kept, and on its backups. Sent twice, it does nothing.
 */
public final class MergeShares
    implements EntryProcessor<String, NodeShares, Object>, IdentifiedDataSerializable {

  private static final long serialVersionUID = 1L;

  private transient NodeShares fresh;

  /** Nothing; for deserialisation. */
  public MergeShares() {
    this(new NodeShares());
  }

  /**
   * @param fresh what to merge in
   */
  public MergeShares(NodeShares fresh) {
    this.fresh = fresh;
  }

  @Override
  @SuppressWarnings("NullAway") // Hazelcast takes null for "no answer", which saves bytes.
  public @Nullable Object process(Map.Entry<String, NodeShares> entry) {
    NodeShares before = entry.getValue();
    NodeShares after = before == null ? fresh : before.merge(fresh);
    if (!after.equals(before)) {
      entry.setValue(after);
    }
    return null;
  }

  @Override
  public int getFactoryId() {
    return WireFactory.ID;
  }

  @Override
  public int getClassId() {
    return WireFactory.MERGE_SHARES;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    fresh.writeData(out);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    NodeShares read = new NodeShares();
    read.readData(in);
    fresh = read;
  }
}
