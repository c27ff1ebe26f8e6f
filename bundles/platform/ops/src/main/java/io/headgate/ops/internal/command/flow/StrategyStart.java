package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.StrategyCompleter;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.strategy.StrategyControl;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Starts a stopped or failed strategy. */
@Service
@Command(
    scope = "strategy",
    name = "start",
    description = "Starts a stopped or failed strategy",
    detailedDescription = "classpath:/man/strategy-start.txt")
public final class StrategyStart extends ListCommand {

  @Argument(name = "strategy", description = "Name of the strategy", required = true)
  @Completion(StrategyCompleter.class)
  private @Nullable String strategy;

  @Reference private @Nullable StrategyControl strategyControl;

  @Override
  protected Rows rows() throws Exception {
    StrategyControl control = Commands.injected(strategyControl);
    control.start(Commands.injected(strategy));
    return FlowNouns.STRATEGY.rows(control.list());
  }
}
