package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.BookNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the rules that serve. */
@Service
@Command(
    scope = "rule",
    name = "list",
    description = "Lists the rules that serve",
    detailedDescription = "classpath:/man/rule-list.txt")
public final class RuleList extends NounList {

  /** Every rule. */
  public RuleList() {
    super(BookNouns.RULE);
  }
}
