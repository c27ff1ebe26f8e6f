package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.completer.CandidateCompleter;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Judges every order by a staged rule set too, beside the one that serves. */
@Service
@Command(
    scope = "rule",
    name = "shadow",
    description = "Judges every order by a staged rule set too, beside the one that serves",
    detailedDescription = "classpath:/man/rule-shadow.txt")
public final class RuleShadow extends DeskCommand {

  @Argument(name = "set", description = "First six digits of its hash, or more", required = true)
  @Completion(CandidateCompleter.class)
  private @Nullable String set;

  @Option(name = "--off", description = "End it")
  private boolean off;

  @Override
  protected Rows rows() {
    return one(desk().shadow(Commands.injected(set), !off, CurrentUser.name()));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
