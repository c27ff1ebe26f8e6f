package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Books;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.spi.positions.PositionQuery;
import io.headgate.spi.positions.SharedPositions;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists this node's positions, or the shares of all nodes. */
@Service
@Command(
    scope = "position",
    name = "list",
    description = "Lists this node's positions, or the shares of all nodes")
public final class PositionList extends ListCommand {

  @Option(name = "--nodes", description = "The shares of all nodes, as last heard")
  private boolean nodes;

  @Reference(optional = true)
  private @Nullable SharedPositions sharedPositions;

  @Reference private @Nullable PositionQuery positionQuery;

  @Override
  protected Listing listing() throws Exception {
    return nodes
        ? Books.shares(Commands.injected(sharedPositions).shares())
        : Books.positions(Commands.injected(positionQuery).positions());
  }
}
