package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.NodeNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows who this node is and what it has done. */
@Service
@Command(
    scope = "node",
    name = "status",
    description = "Shows who this node is and what it has done",
    detailedDescription = "classpath:/man/node-status.txt")
public final class NodeStatus extends NounList {

  /** This node. */
  public NodeStatus() {
    super(NodeNouns.NODE);
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
