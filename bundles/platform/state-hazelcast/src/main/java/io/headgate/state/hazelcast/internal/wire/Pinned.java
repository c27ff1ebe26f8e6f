package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.Stamp;
import java.io.IOException;
import java.util.Objects;

/**
 * What travels of a posting; its key stands beside it. The higher of two is the same on every node,
 * whatever came first. Only deserialisation changes an object.
 */
public final class Pinned implements IdentifiedDataSerializable {

  private long time;
  private String node;
  private byte[] content;

  /** Nothing; for deserialisation. */
  public Pinned() {
    this(0, "", new byte[0]);
  }

  private Pinned(long time, String node, byte[] content) {
    this.time = time;
    this.node = node;
    this.content = content;
  }

  /** What travels of a posting. */
  public static Pinned of(Posting posting) {
    return new Pinned(posting.stamp().time(), posting.stamp().node(), posting.content());
  }

  /** The posting that this is of a key. */
  public Posting posting(String key) {
    return new Posting(key, new Stamp(time, node), content);
  }

  /** The newer of two. */
  static Pinned higher(Pinned a, Pinned b) {
    return a.posting("-").compareTo(b.posting("-")) >= 0 ? a : b;
  }

  @Override
  public int getFactoryId() {
    return WireFactory.ID;
  }

  @Override
  public int getClassId() {
    return WireFactory.PINNED;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeLong(time);
    out.writeString(node);
    out.writeByteArray(content);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    time = in.readLong();
    node = Objects.requireNonNull(in.readString());
    content = Objects.requireNonNull(in.readByteArray());
  }
}
