package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.FlowNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the routes. */
@Service
@Command(
    scope = "route",
    name = "list",
    description = "Lists the routes",
    detailedDescription = "classpath:/man/route-list.txt")
public final class RouteList extends NounList {

  /** Every route. */
  public RouteList() {
    super(FlowNouns.ROUTE);
  }
}
