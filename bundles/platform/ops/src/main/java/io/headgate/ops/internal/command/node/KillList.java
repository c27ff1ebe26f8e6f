package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.NodeNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what is killed or restricted. */
@Service
@Command(
    scope = "kill",
    name = "list",
    description = "Lists what is killed or restricted",
    detailedDescription = "classpath:/man/kill-list.txt")
public final class KillList extends NounList {

  /** Every restriction. */
  public KillList() {
    super(NodeNouns.RESTRICTION);
  }
}
