package io.headgate.ops.internal.command.log;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.NodeNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the areas of the log and their levels. */
@Service
@Command(
    scope = "log",
    name = "areas",
    description = "Lists the areas of the log and their levels",
    detailedDescription = "classpath:/man/log-areas.txt")
public final class LogAreaList extends NounList {

  /** Every log. */
  public LogAreaList() {
    super(NodeNouns.LOG);
  }
}
