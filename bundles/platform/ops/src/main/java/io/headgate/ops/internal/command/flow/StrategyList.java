package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.strategy.StrategyControl;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the strategies. */
@Service
@Command(scope = "strategy", name = "list", description = "Lists the strategies")
public final class StrategyList extends ListCommand {

  @Reference private @Nullable StrategyControl strategyControl;

  @Override
  protected Listing listing() throws Exception {
    return Running.strategies(Commands.injected(strategyControl).list());
  }
}
