package io.headgate.spi.explain;

import io.headgate.model.decision.Decision;
import java.util.List;

/**
 * Why an order was decided as it was.
 *
 * @param decision what was decided, from the journal
 * @param ruleSet hash of the rule set that the findings come from; empty if there are none
 * @param exact whether that is the set that decided; if not, it is the one that serves now, because
 *     the other is not in memory any more
 * @param note what else to know; empty if nothing
 * @param findings every rule of the set, in the order of evaluation; none where the request was
 *     refused before the rules were asked
 */
public record Explanation(
    Decision decision, String ruleSet, boolean exact, String note, List<Finding> findings) {
  public Explanation {
    findings = List.copyOf(findings);
  }
}
