package io.headgate.spi.positions;

import io.headgate.model.position.Position;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** This node's own positions; safe from every thread, never on the order path. */
@ProviderType
public interface PositionQuery {

  /** All positions that this node ever had, by key; flat ones included. */
  List<Position> positions();
}
