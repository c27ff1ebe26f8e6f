package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Halts the whole node and cancels its open orders. */
@Service
@Command(
    scope = "kill",
    name = "node",
    description = "Halts the whole node and cancels its open orders",
    detailedDescription = "classpath:/man/kill-node.txt")
public final class KillNode extends ListCommand {

  @Argument(index = 0, name = "why", description = "Reason for the audit trail", required = true)
  private @Nullable String why;

  @Reference private @Nullable TradingControl tradingControl;

  @Override
  protected Rows rows() throws Exception {
    TradingControl control = Commands.injected(tradingControl);
    Commands.await(control.kill(ControlScope.NODE, CurrentUser.name(), Commands.injected(why)));
    return NodeNouns.RESTRICTION.rows(control.restrictions());
  }
}
