package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.CandidateNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the rule sets that were staged, serve or have served. */
@Service
@Command(
    scope = "rule",
    name = "candidates",
    description = "Lists the rule sets that were staged, serve or have served",
    detailedDescription = "classpath:/man/rule-candidates.txt")
public final class RuleCandidates extends NounList {

  /** Every set. */
  public RuleCandidates() {
    super(CandidateNouns.CANDIDATE);
  }
}
