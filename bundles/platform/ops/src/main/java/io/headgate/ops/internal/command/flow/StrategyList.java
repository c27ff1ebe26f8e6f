package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.FlowNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the strategies. */
@Service
@Command(
    scope = "strategy",
    name = "list",
    description = "Lists the strategies",
    detailedDescription = "classpath:/man/strategy-list.txt")
public final class StrategyList extends NounList {

  /** Every strategy. */
  public StrategyList() {
    super(FlowNouns.STRATEGY);
  }
}
