package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleFailedException;
import io.headgate.spi.rules.RuleStatus;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.List;

/**
 * The set that serves.
 *
 * @param rules the set
 * @param limits lets the limits serve that belong to it
 * @param generation number of sets that have served since the start, this one included
 * @param activated when it began to serve, UTC nanoseconds since 1970
 */
record Serving(CompiledRules rules, Runnable limits, int generation, long activated) {

  RuleStatus status(List<Fault> faults) {
    return new RuleStatus(rules.hash(), generation, activated, rules.describe(), faults);
  }

  /** What is wrong with a set that failed on an order, at the file and line of the rule. */
  static Fault fault(CompiledRules rules, RuleFailedException failure, boolean first) {
    String cure = "bound the numbers that it counts with, as in Ops.limited(maxOrderQty)";
    String what =
        "fails on %s, which was denied with RULES_FAILED (%s); %s, and save the file"
            .formatted(first ? "its first order" : "an order", failure.getMessage(), cure);
    return rules.rules().stream()
        .filter(rule -> String.valueOf(failure.getMessage()).contains("(" + rule.source() + ")"))
        .findFirst()
        .map(rule -> new Fault(rule.file(), rule.tree().line(), "the rule " + what))
        .orElseGet(() -> new Fault(RulesFolder.POLICIES, 0, "the set " + what));
  }
}
