package io.headgate.ops.internal.command.insight;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.InsightNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists denied orders that somebody lets through. */
@Service
@Command(
    scope = "override",
    name = "list",
    description = "Lists the denied orders that somebody lets through, newest first",
    detailedDescription = "classpath:/man/override-list.txt")
public final class OverrideList extends NounList {

  /** Every override. */
  public OverrideList() {
    super(InsightNouns.OVERRIDE);
  }
}
