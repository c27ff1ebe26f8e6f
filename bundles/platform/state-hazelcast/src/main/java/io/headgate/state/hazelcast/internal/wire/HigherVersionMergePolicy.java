package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import org.jspecify.annotations.Nullable;

/** After a split: per position and node the higher version of both sides; nothing is lost. */
public final class HigherVersionMergePolicy
    implements SplitBrainMergePolicy<NodeShares, MergingValue<NodeShares>, @Nullable NodeShares>,
        IdentifiedDataSerializable {

  @Override
  public @Nullable NodeShares merge(
      MergingValue<NodeShares> merging, @Nullable MergingValue<NodeShares> existing) {
    NodeShares theirs = merging.getDeserializedValue();
    NodeShares ours = existing == null ? null : existing.getDeserializedValue();
    if (theirs == null || ours == null) {
      return theirs == null ? ours : theirs;
    }
    return ours.merge(theirs);
  }

  @Override
  public int getFactoryId() {
    return WireFactory.ID;
  }

  @Override
  public int getClassId() {
    return WireFactory.MERGE_POLICY;
  }

  @Override
  public void writeData(ObjectDataOutput out) {}

  @Override
  public void readData(ObjectDataInput in) {}
}
