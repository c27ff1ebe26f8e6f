package io.headgate.spi.positions;

import io.headgate.model.position.PositionKey;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Positions of all nodes. A view, never a safety argument: what a node may send follows from its
 * own rights. Reads come from local memory and never block.
 */
@ProviderType
public interface SharedPositions {

  /**
   * Tells the other nodes this node's share. Never blocks: the latest share of a key wins until it
   * is sent.
   */
  void publish(PositionShare share);

  /** Signed quantity that the other nodes hold, nine decimals, as last heard. */
  long othersQuantity(PositionKey key);

  /** Shares of all nodes in all positions, by key and node. */
  List<PositionShare> shares();

  /** Nodes that are connected now, this one included, by name. */
  List<String> members();
}
