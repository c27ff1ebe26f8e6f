package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.FlowNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the broker connectors. */
@Service
@Command(
    scope = "broker",
    name = "list",
    description = "Lists the broker connectors",
    detailedDescription = "classpath:/man/broker-list.txt")
public final class BrokerList extends NounList {

  /** Every broker. */
  public BrokerList() {
    super(FlowNouns.BROKER);
  }
}
