package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.RouteCompleter;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.route.RouteControl;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Stops a route after what is in flight has passed. */
@Service
@Command(
    scope = "route",
    name = "stop",
    description = "Stops a route after what is in flight has passed",
    detailedDescription = "classpath:/man/route-stop.txt")
public final class RouteStop extends ListCommand {

  @Argument(name = "id", description = "Route id", required = true)
  @Completion(RouteCompleter.class)
  private @Nullable String id;

  @Reference private @Nullable RouteControl routeControl;

  @Override
  protected Rows rows() throws Exception {
    RouteControl control = Commands.injected(routeControl);
    control.stop(Commands.injected(id));
    return FlowNouns.ROUTE.rows(control.list());
  }
}
