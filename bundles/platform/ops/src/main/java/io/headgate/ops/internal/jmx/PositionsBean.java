package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.listing.Books;
import io.headgate.spi.positions.PositionQuery;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Positions of this node and of all nodes. */
@Component(
    service = {},
    immediate = true)
public final class PositionsBean extends Registration implements PositionsMXBean {

  private final PositionQuery positions;

  /** Registers the bean. */
  @Activate
  public PositionsBean(@Reference PositionQuery positions) {
    super("Positions");
    this.positions = positions;
    register();
  }

  @Deactivate
  void stop() {
    unregister();
  }

  @Override
  public List<Map<String, String>> getPositions() {
    return Books.positions(positions.positions()).rows();
  }
}
