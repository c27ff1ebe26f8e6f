package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.CandidateNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the latest runs of past orders. */
@Service
@Command(
    scope = "rule",
    name = "replays",
    description = "Lists the latest runs of past orders, and how far they are",
    detailedDescription = "classpath:/man/rule-replays.txt")
public final class RuleReplays extends NounList {

  /** Every run that is kept. */
  public RuleReplays() {
    super(CandidateNouns.REPLAY);
  }
}
