package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.BookNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what is used and left of this node's position limits. */
@Service
@Command(
    scope = "limit",
    name = "rights",
    description = "Lists what is used and left of this node's position limits",
    detailedDescription = "classpath:/man/limit-rights.txt")
public final class LimitRights extends NounList {

  /** Every right. */
  public LimitRights() {
    super(BookNouns.RIGHT);
  }
}
