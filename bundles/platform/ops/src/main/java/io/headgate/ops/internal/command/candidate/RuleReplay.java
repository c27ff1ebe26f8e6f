package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.completer.CandidateCompleter;
import io.headgate.ops.internal.listing.Tables;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Rows;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Judges past orders by another rule set and shows whose verdict changes. */
@Service
@Command(
    scope = "rule",
    name = "replay",
    description = "Judges past orders by another rule set and shows whose verdict changes",
    detailedDescription = "classpath:/man/rule-replay.txt")
public final class RuleReplay extends RunCommand {

  @Option(
      name = "--with",
      description = "Set that is tried: a folder, the first six digits of a hash, or serving")
  @Completion(CandidateCompleter.class)
  private @Nullable String with;

  @Option(
      name = "--against",
      description = "Set that it is compared with; recorded: what the orders really got")
  private String against = RuleDesk.SERVING;

  @Option(name = "--changes", description = "List the orders that change instead of groups")
  private boolean changes;

  @Option(name = "--cancel", description = "End the run of this number instead")
  private long cancel;

  private @Nullable Replay run;

  @Override
  protected Rows rows() throws Exception {
    Replay ended = cancel > 0 ? desk().cancel(cancel) : run(request());
    run = ended;
    return CandidateNouns.REPLAY.rows(List.of(ended));
  }

  private ReplayRequest request() {
    if (with == null) {
      throw new IllegalArgumentException("--with is missing; expected the set that is tried");
    }
    return timed(ReplayRequest.all(with, against));
  }

  @Override
  protected void print(PrintStream out, Rows rows) {
    super.print(out, rows);
    Replay ended = run;
    if (ended != null && changes) {
      Tables.table(out, CandidateNouns.CHANGE.rows(ended.changes()), "");
    } else if (ended != null) {
      Tables.table(out, CandidateNouns.GROUP.rows(ended.groups()), "");
    }
  }
}
