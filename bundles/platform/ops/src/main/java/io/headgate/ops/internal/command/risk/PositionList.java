package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.positions.SharedPositions;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists positions: this node's part and the firm's, or the parts of all nodes. */
@Service
@Command(
    scope = "position",
    name = "list",
    description = "Lists positions: this node's part and the firm's",
    detailedDescription = "classpath:/man/position-list.txt")
public final class PositionList extends NounList {

  @Option(name = "--nodes", description = "One row for each node's part, as last heard")
  private boolean nodes;

  @Reference(optional = true)
  private @Nullable SharedPositions sharedPositions;

  /** Every position. */
  public PositionList() {
    super(BookNouns.POSITION);
  }

  @Override
  protected Rows rows() {
    if (!nodes) {
      return super.rows();
    }
    if (sharedPositions == null) {
      throw new IllegalStateException(
          "the shared state is not running; node:health says why, position:list shows this node's");
    }
    return BookNouns.HOLDING.rows(sharedPositions.shares());
  }
}
