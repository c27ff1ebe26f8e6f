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

/** Adds your signature to a staged rule set. */
@Service
@Command(
    scope = "rule",
    name = "approve",
    description = "Adds your signature to a staged rule set",
    detailedDescription = "classpath:/man/rule-approve.txt")
public final class RuleApprove extends DeskCommand {

  @Argument(name = "set", description = "First six digits of its hash, or more", required = true)
  @Completion(CandidateCompleter.class)
  private @Nullable String set;

  @Argument(
      index = 1,
      name = "signature",
      description = "What rule:sign has printed",
      required = true)
  private @Nullable String signature;

  @Override
  protected Rows rows() {
    return one(
        desk().approve(Commands.injected(set), Commands.injected(signature), CurrentUser.name()));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
