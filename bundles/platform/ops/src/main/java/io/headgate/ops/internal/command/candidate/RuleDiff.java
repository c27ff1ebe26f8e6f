package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.completer.CandidateCompleter;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows what is different between two rule sets, rule by rule and limit by limit. */
@Service
@Command(
    scope = "rule",
    name = "diff",
    description = "Shows what is different between two rule sets, rule by rule and limit by limit",
    detailedDescription = "classpath:/man/rule-diff.txt")
public final class RuleDiff extends DeskCommand {

  @Argument(
      name = "from",
      description = "serving, a folder, or the first six digits of a hash",
      required = true)
  @Completion(CandidateCompleter.class)
  private @Nullable String from;

  @Argument(index = 1, name = "to", description = "The same", required = true)
  @Completion(CandidateCompleter.class)
  private @Nullable String to;

  @Override
  protected Rows rows() {
    return CandidateNouns.DIFFERENCE.rows(
        desk().diff(Commands.injected(from), Commands.injected(to)));
  }
}
