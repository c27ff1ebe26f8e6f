package io.headgate.ops.internal.completer;

import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.rules.RuleAdmin;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Hashes of rule sets, as short as commands take them. */
@Service
public final class CandidateCompleter implements Completer {

  private static final int DIGITS = 12;

  @Reference private @Nullable RuleAdmin ruleAdmin;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    words.getStrings().add(RuleDesk.SERVING);
    RuleAdmin admin = ruleAdmin;
    if (admin != null) {
      for (Candidate candidate : admin.desk().candidates()) {
        words.getStrings().add(candidate.hash().substring(0, DIGITS));
      }
    }
    return words.complete(session, line, candidates);
  }
}
