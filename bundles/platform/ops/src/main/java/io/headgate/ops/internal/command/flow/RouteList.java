package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.route.RouteControl;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the routes. */
@Service
@Command(scope = "route", name = "list", description = "Lists the routes")
public final class RouteList extends ListCommand {

  @Reference private @Nullable RouteControl routeControl;

  @Override
  protected Listing listing() throws Exception {
    return Running.routes(Commands.injected(routeControl).list());
  }
}
