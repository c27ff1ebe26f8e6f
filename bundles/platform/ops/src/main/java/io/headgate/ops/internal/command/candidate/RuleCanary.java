package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.completer.CandidateCompleter;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lets a staged rule set serve on this node alone. */
@Service
@Command(
    scope = "rule",
    name = "canary",
    description = "Lets a staged rule set serve on this node alone, before all have it",
    detailedDescription = "classpath:/man/rule-canary.txt")
public final class RuleCanary extends DeskCommand {

  @Argument(name = "set", description = "First six digits of its hash, or more", required = true)
  @Completion(CandidateCompleter.class)
  private @Nullable String set;

  @Argument(index = 1, name = "why", description = "Reason, kept with the set", required = true)
  private @Nullable String why;

  @Override
  protected Rows rows() {
    return one(desk().canary(Commands.injected(set), CurrentUser.name(), Commands.injected(why)));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
