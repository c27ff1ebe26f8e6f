package io.headgate.rest.internal.view;

import io.headgate.model.number.Fixed;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.positions.PositionShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts this node's positions beside what the other nodes have told. */
public final class PositionBook {

  private final Map<PositionKey, Line> lines = new TreeMap<>();

  private static final class Line {
    private @Nullable Position own;
    private final List<PositionShare> others = new ArrayList<>();
  }

  /** Adds what this node holds. */
  public void own(List<Position> positions) {
    for (Position position : positions) {
      line(position.key()).own = position;
    }
  }

  /** Adds what others hold; this node's own share is left out, its own figures are fresher. */
  public void shares(List<PositionShare> shares, String thisNode) {
    for (PositionShare share : shares) {
      if (!share.node().equals(thisNode)) {
        line(share.key()).others.add(share);
      }
    }
  }

  private Line line(PositionKey key) {
    return lines.computeIfAbsent(key, k -> new Line());
  }

  /**
   * All positions by key.
   *
   * @param withTotals whether every node's share is known, so that a sum means something
   */
  public List<PositionView> views(boolean withTotals) {
    List<PositionView> views = new ArrayList<>();
    lines.forEach(
        (key, line) ->
            views.add(
                new PositionView(
                    key.account(),
                    key.instrument().toString(),
                    line.own == null ? null : PositionView.Own.of(line.own),
                    line.others.stream().map(PositionView.Share::of).toList(),
                    withTotals ? total(line) : null)));
    return views;
  }

  private static PositionView.Total total(Line line) {
    Position own = line.own;
    long quantity = own == null ? 0 : own.quantity();
    long realized = own == null ? 0 : own.realized();
    long fees = own == null ? 0 : own.fees();
    for (PositionShare share : line.others) {
      quantity = Math.addExact(quantity, share.quantity());
      realized = Math.addExact(realized, share.realized());
      fees = Math.addExact(fees, share.fees());
    }
    return new PositionView.Total(
        Fixed.format(quantity), Fixed.formatAmount(realized), Fixed.formatAmount(fees));
  }
}
