package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.FlowNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the optimisers. */
@Service
@Command(
    scope = "optimiser",
    name = "list",
    description = "Lists the optimisers",
    detailedDescription = "classpath:/man/optimiser-list.txt")
public final class OptimiserList extends NounList {

  /** Every optimiser. */
  public OptimiserList() {
    super(FlowNouns.OPTIMISER);
  }
}
