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

/** Starts or resumes a route. */
@Service
@Command(
    scope = "route",
    name = "start",
    description = "Starts or resumes a route",
    detailedDescription = "classpath:/man/route-start.txt")
public final class RouteStart extends ListCommand {

  @Argument(name = "id", description = "Route id", required = true)
  @Completion(RouteCompleter.class)
  private @Nullable String id;

  @Reference private @Nullable RouteControl routeControl;

  @Override
  protected Rows rows() throws Exception {
    RouteControl control = Commands.injected(routeControl);
    control.start(Commands.injected(id));
    return FlowNouns.ROUTE.rows(control.list());
  }
}
