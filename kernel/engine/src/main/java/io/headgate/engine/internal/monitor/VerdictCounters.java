package io.headgate.engine.internal.monitor;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Verdict;
import io.headgate.spi.monitor.VerdictCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each rule spoke, by reason; confined to the loop. Counting allocates nothing. */
final class VerdictCounters {

  /** Pairs of rule and reason kept at most; what comes after counts under {@code other}. */
  static final int MAX_PAIRS = 1_000;

  private static final String OTHER = "other";

  private final Map<String, Map<String, Count>> byRule = new HashMap<>();
  private int pairs;

  private static final class Count {
    private final Verdict first;
    private long number;

    private Count(Verdict first) {
      this.first = first;
    }
  }

  /** Counts the verdicts of one decision. */
  void add(Decision decision) {
    List<Verdict> verdicts = decision.verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      find(verdict.rule(), verdict.reason(), verdict).number++;
    }
  }

  private Count find(String rule, String reason, Verdict verdict) {
    Map<String, Count> reasons = byRule.get(rule);
    Count count = reasons == null ? null : reasons.get(reason);
    if (count != null) {
      return count;
    }
    if (pairs >= MAX_PAIRS && !rule.equals(OTHER)) {
      return find(OTHER, OTHER, verdict);
    }
    pairs++;
    Count added = new Count(verdict);
    byRule.computeIfAbsent(rule, name -> new HashMap<>()).put(reason, added);
    return added;
  }

  void clear() {
    byRule.clear();
    pairs = 0;
  }

  /** A copy for others. */
  List<VerdictCount> snapshot() {
    List<VerdictCount> counts = new ArrayList<>();
    byRule.forEach(
        (rule, reasons) ->
            reasons.forEach(
                (reason, count) ->
                    counts.add(
                        new VerdictCount(rule, reason, count.first.severity(), count.number))));
    return counts;
  }
}
