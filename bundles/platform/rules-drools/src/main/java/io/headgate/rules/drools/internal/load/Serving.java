package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.spi.rules.RuleStatus;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.List;

/**
 * The set that serves.
 *
 * @param rules the set
 * @param generation number of sets that have served since the start, this one included
 * @param activated when it began to serve, UTC nanoseconds since 1970
 */
record Serving(CompiledRules rules, int generation, long activated) {

  RuleStatus status(List<Fault> faults) {
    return new RuleStatus(rules.hash(), generation, activated, rules.describe(), faults);
  }
}
