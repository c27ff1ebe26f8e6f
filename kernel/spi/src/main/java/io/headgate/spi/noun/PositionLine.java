package io.headgate.spi.noun;

import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.positions.PositionShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One position as the node knows it: its own part, exact, and the parts of the others, as last
 * heard.
 *
 * @param key whose, in what
 * @param own this node's part; null where it never traded it
 * @param others parts of other nodes
 * @param shared whether the parts of other nodes are known at all
 */
public record PositionLine(
    PositionKey key, @Nullable Position own, List<PositionShare> others, boolean shared) {

  private static final Comparator<PositionKey> BY_NAME =
      Comparator.comparing(PositionKey::account).thenComparing(key -> key.instrument().toString());

  public PositionLine {
    others = List.copyOf(others);
  }

  /**
   * All positions by account and instrument.
   *
   * @param own this node's
   * @param shares those of all nodes; null while the shared state is not running
   * @param node id of this node, whose own shares are left out
   */
  public static List<PositionLine> lines(
      List<Position> own, @Nullable List<PositionShare> shares, String node) {
    Map<PositionKey, Position> exact = new TreeMap<>(BY_NAME);
    Map<PositionKey, List<PositionShare>> heard = new TreeMap<>(BY_NAME);
    own.forEach(position -> exact.put(position.key(), position));
    own.forEach(position -> heard.put(position.key(), new ArrayList<>()));
    if (shares != null) {
      for (PositionShare share : shares) {
        if (!share.node().equals(node)) {
          heard.computeIfAbsent(share.key(), key -> new ArrayList<>()).add(share);
        }
      }
    }
    List<PositionLine> lines = new ArrayList<>();
    heard.forEach(
        (key, others) -> lines.add(new PositionLine(key, exact.get(key), others, shares != null)));
    return lines;
  }

  /** The firm's quantity, nine decimals; null while the shared state is not running. */
  @Nullable Long firmQuantity() {
    return sum(own == null ? 0 : own.quantity(), PositionShare::quantity);
  }

  /** The firm's realised P&amp;L before fees, six decimals; null as above. */
  @Nullable Long firmRealized() {
    return sum(own == null ? 0 : own.realized(), PositionShare::realized);
  }

  /** The firm's fees, six decimals; null as above. */
  @Nullable Long firmFees() {
    return sum(own == null ? 0 : own.fees(), PositionShare::fees);
  }

  private @Nullable Long sum(long first, java.util.function.ToLongFunction<PositionShare> part) {
    if (!shared) {
      return null;
    }
    long sum = first;
    for (PositionShare share : others) {
      sum = Math.addExact(sum, part.applyAsLong(share));
    }
    return sum;
  }
}
