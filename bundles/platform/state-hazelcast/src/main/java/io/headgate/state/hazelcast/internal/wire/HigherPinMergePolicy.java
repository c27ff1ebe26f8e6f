package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import org.jspecify.annotations.Nullable;

/** After a split: of each key the newer posting of both sides. */
public final class HigherPinMergePolicy
    implements SplitBrainMergePolicy<Pinned, MergingValue<Pinned>, @Nullable Pinned>,
        IdentifiedDataSerializable {

  @Override
  public @Nullable Pinned merge(
      MergingValue<Pinned> merging, @Nullable MergingValue<Pinned> existing) {
    Pinned theirs = merging.getDeserializedValue();
    Pinned ours = existing == null ? null : existing.getDeserializedValue();
    if (theirs == null || ours == null) {
      return theirs == null ? ours : theirs;
    }
    return Pinned.higher(ours, theirs);
  }

  @Override
  public int getFactoryId() {
    return WireFactory.ID;
  }

  @Override
  public int getClassId() {
    return WireFactory.PIN_MERGE_POLICY;
  }

  @Override
  public void writeData(ObjectDataOutput out) {}

  @Override
  public void readData(ObjectDataInput in) {}
}
