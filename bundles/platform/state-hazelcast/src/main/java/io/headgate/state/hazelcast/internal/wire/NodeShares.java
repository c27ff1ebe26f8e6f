package io.headgate.state.hazelcast.internal.wire;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One position: what each node holds of it. Merging keeps, per node, the higher version; it is
 * commutative, associative and idempotent (a join of a semilattice; Shapiro et al. 2011,
 * "Conflict-free Replicated Data Types"), so that it does not matter in which order, how often or
 * on which side of a split a share arrives. Only deserialisation changes an object.
 */
public final class NodeShares implements IdentifiedDataSerializable {

  /** Sorted; {@code held} stands beside. Arrays, because orders are decided while they are read. */
  private String[] nodes;

  private Held[] held;

  /** Nothing; for deserialisation. */
  public NodeShares() {
    this(new String[0], new Held[0]);
  }

  private NodeShares(String[] nodes, Held[] held) {
    this.nodes = nodes;
    this.held = held;
  }

  /** One node's part alone. */
  public static NodeShares of(String node, Held held) {
    return new NodeShares(new String[] {node}, new Held[] {held});
  }

  /** Both, per node the higher version. */
  public NodeShares merge(NodeShares other) {
    int most = nodes.length + other.nodes.length;
    String[] names = new String[most];
    Held[] parts = new Held[most];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < nodes.length || theirs < other.nodes.length) {
      int order = order(mine, other, theirs);
      names[size] = order <= 0 ? nodes[mine] : other.nodes[theirs];
      parts[size] =
          order < 0
              ? held[mine]
              : order > 0 ? other.held[theirs] : Held.higher(held[mine], other.held[theirs]);
      size++;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return new NodeShares(Arrays.copyOf(names, size), Arrays.copyOf(parts, size));
  }

  private int order(int mine, NodeShares other, int theirs) {
    if (mine == nodes.length) {
      return 1;
    }
    return theirs == other.nodes.length ? -1 : nodes[mine].compareTo(other.nodes[theirs]);
  }

  /** What a node holds, or null. */
  public @Nullable Held of(String node) {
    int at = Arrays.binarySearch(nodes, node);
    return at < 0 ? null : held[at];
  }

  /** Each node and what it holds, by its name. */
  public void forEach(BiConsumer<String, Held> action) {
    for (int i = 0; i < nodes.length; i++) {
      action.accept(nodes[i], held[i]);
    }
  }

  /**
   * Signed quantity of all nodes but one, nine decimals; held at the ends of the range where it
   * would overflow.
   */
  public long quantityWithout(String node) {
    long sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      if (!nodes[i].equals(node)) {
        sum = add(sum, held[i].quantity());
      }
    }
    return sum;
  }

  private static long add(long a, long b) {
    long sum = a + b;
    boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
    return overflow ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  @Override
  public int getFactoryId() {
    return WireFactory.ID;
  }

  @Override
  public int getClassId() {
    return WireFactory.NODE_SHARES;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeInt(nodes.length);
    for (int i = 0; i < nodes.length; i++) {
      out.writeString(nodes[i]);
      held[i].write(out);
    }
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    int size = in.readInt();
    String[] names = new String[size];
    Held[] parts = new Held[size];
    for (int i = 0; i < size; i++) {
      names[i] = Objects.requireNonNull(in.readString());
      parts[i] = Held.read(in);
    }
    nodes = names;
    held = parts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeShares that
        && Arrays.equals(nodes, that.nodes)
        && Arrays.equals(held, that.held);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(nodes) + Arrays.hashCode(held);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((node, part) -> text.append(node).append('=').append(part).append(' '));
    return text.toString().trim();
  }
}
