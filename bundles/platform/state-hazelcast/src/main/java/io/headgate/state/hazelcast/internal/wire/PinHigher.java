package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pins a posting where the board is kept, and on its backups, unless a newer one is there. */
public final class PinHigher
    implements EntryProcessor<String, Pinned, Object>, IdentifiedDataSerializable {

  private static final long serialVersionUID = 1L;

  private transient Pinned fresh;

  /** Nothing; for deserialisation. */
  public PinHigher() {
    this(new Pinned());
  }

  /**
   * @param fresh what to pin
   */
  public PinHigher(Pinned fresh) {
    this.fresh = fresh;
  }

  @Override
  @SuppressWarnings("NullAway") // Hazelcast takes null for "no answer", which saves bytes.
  public @Nullable Object process(Map.Entry<String, Pinned> entry) {
    Pinned before = entry.getValue();
    if (before == null || Pinned.higher(before, fresh) == fresh) {
      entry.setValue(fresh);
    }
    return null;
  }

  @Override
  public int getFactoryId() {
    return WireFactory.ID;
  }

  @Override
  public int getClassId() {
    return WireFactory.PIN_HIGHER;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    fresh.writeData(out);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    Pinned read = new Pinned();
    read.readData(in);
    fresh = read;
  }
}
