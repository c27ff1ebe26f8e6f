package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.control.TradingControl;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists what is killed or restricted. */
@Service
@Command(scope = "kill", name = "list", description = "Lists what is killed or restricted")
public final class KillList extends ListCommand {

  @Reference private @Nullable TradingControl tradingControl;

  @Override
  protected Listing listing() throws Exception {
    return Running.restrictions(Commands.injected(tradingControl).restrictions());
  }
}
