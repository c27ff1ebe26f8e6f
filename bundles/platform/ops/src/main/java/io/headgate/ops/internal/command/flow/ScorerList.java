package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.FlowNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the scorers and their models. */
@Service
@Command(
    scope = "scorer",
    name = "list",
    description = "Lists the scorers and their models",
    detailedDescription = "classpath:/man/scorer-list.txt")
public final class ScorerList extends NounList {

  /** Every scorer. */
  public ScorerList() {
    super(FlowNouns.SCORER);
  }
}
