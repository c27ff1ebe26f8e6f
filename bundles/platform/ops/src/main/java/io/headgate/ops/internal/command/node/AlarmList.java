package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.NodeNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the active alarms, worst first. */
@Service
@Command(
    scope = "alarm",
    name = "list",
    description = "Lists the active alarms, worst first",
    detailedDescription = "classpath:/man/alarm-list.txt")
public final class AlarmList extends NounList {

  /** Every alarm. */
  public AlarmList() {
    super(NodeNouns.ALARM);
  }
}
