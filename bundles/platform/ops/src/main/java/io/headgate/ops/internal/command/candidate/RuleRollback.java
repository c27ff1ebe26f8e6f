package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lets the rule set serve again that served before. */
@Service
@Command(
    scope = "rule",
    name = "rollback",
    description = "Lets the rule set serve again that served before",
    detailedDescription = "classpath:/man/rule-rollback.txt")
public final class RuleRollback extends DeskCommand {

  @Argument(index = 0, name = "why", description = "Reason, kept with the set", required = true)
  private @Nullable String why;

  @Override
  protected Rows rows() {
    return one(desk().rollback(CurrentUser.name(), Commands.injected(why)));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
