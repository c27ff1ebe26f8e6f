package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.NodeNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists everything that is measured. */
@Service
@Command(
    scope = "node",
    name = "metrics",
    description = "Lists everything that is measured",
    detailedDescription = "classpath:/man/node-metrics.txt")
public final class NodeMetrics extends NounList {

  /** Every metric. */
  public NodeMetrics() {
    super(NodeNouns.METRIC);
  }
}
