package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.completer.CandidateCompleter;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows for each limit what it would have caught and how near orders came. */
@Service
@Command(
    scope = "rule",
    name = "tightness",
    description = "Shows for each limit what it would have caught and how near orders came",
    detailedDescription = "classpath:/man/rule-tightness.txt")
public final class RuleTightness extends RunCommand {

  @Option(
      name = "--with",
      description = "Set whose limits are looked at: serving, a folder, or a hash")
  @Completion(CandidateCompleter.class)
  private String with = RuleDesk.SERVING;

  @Option(name = "--near", description = "Share of a limit from which an order is near, percent")
  private int near = ReplayRequest.NEAR_PERCENT;

  @Override
  protected Rows rows() throws Exception {
    ReplayRequest request = ReplayRequest.all(with, RuleDesk.RECORDED).withTightness(near);
    return CandidateNouns.TIGHTNESS.rows(run(timed(request)).tightness());
  }
}
