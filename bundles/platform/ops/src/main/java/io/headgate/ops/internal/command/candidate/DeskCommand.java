package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.rules.RuleAdmin;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;

/** A command that asks the desk where rule sets are tried. */
public abstract class DeskCommand extends ListCommand {

  @Reference private @Nullable RuleAdmin ruleAdmin;

  /** The desk. */
  protected final RuleDesk desk() {
    return Commands.injected(ruleAdmin).desk();
  }

  /** One set. */
  protected static Rows one(Candidate candidate) {
    return CandidateNouns.CANDIDATE.rows(List.of(candidate));
  }
}
