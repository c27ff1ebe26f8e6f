package io.headgate.model.decision;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderIntent;
import java.util.List;

/**
 * What became of an intent, with every reason.
 *
 * @param clOrdId ClOrdID given to the request, denied ones included
 * @param sequence journal sequence number of the DECISION record
 * @param tsDecided time of the decision, UTC nanoseconds since 1970
 * @param intent what was asked
 * @param accepted whether it goes to the broker
 * @param verdicts every warn and block; empty where nothing objected
 * @param ruleSet hash of the rule set that decided
 * @param broker connector it goes to; empty where none was found
 */
public record Decision(
    ClOrdId clOrdId,
    long sequence,
    long tsDecided,
    OrderIntent intent,
    boolean accepted,
    List<Verdict> verdicts,
    String ruleSet,
    String broker) {

  public Decision {
    verdicts = List.copyOf(verdicts);
  }

  /** The same decision, with the sequence number that the journal gave it. */
  public Decision withSequence(long journalSequence) {
    return new Decision(
        clOrdId, journalSequence, tsDecided, intent, accepted, verdicts, ruleSet, broker);
  }

  /** Reason code of the first block; empty when accepted. */
  public String reason() {
    return verdicts.stream()
        .filter(v -> v.severity() == Severity.BLOCK)
        .map(Verdict::reason)
        .findFirst()
        .orElse("");
  }
}
