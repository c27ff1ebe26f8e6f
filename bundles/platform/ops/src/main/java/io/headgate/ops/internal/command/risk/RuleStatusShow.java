package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.rules.RuleAdmin;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows the rules that serve, and what is wrong with the files. */
@Service
@Command(
    scope = "rule",
    name = "status",
    description = "Shows the rules that serve, and what is wrong with the files",
    detailedDescription = "classpath:/man/rule-status.txt")
public final class RuleStatusShow extends ListCommand {

  @Reference private @Nullable RuleAdmin ruleAdmin;

  @Override
  protected Rows rows() {
    return BookNouns.RULE_SET.rows(List.of(Commands.injected(ruleAdmin).status()));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
