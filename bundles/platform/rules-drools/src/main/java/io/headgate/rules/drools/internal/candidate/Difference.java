package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Verdict;
import io.headgate.spi.candidate.ReplayCounts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How two judgements of one order differ. */
enum Difference {
  NONE,
  NEWLY_BLOCKED,
  NEWLY_ALLOWED,
  NEW_WARNING,
  OTHER_REASON;

  /** Compares; verdicts are the same if severity, rule and reason are, whatever the numbers. */
  static Difference of(List<Verdict> before, List<Verdict> after) {
    if (before.isEmpty() && after.isEmpty()) {
      return NONE;
    }
    boolean blockedBefore = isBlocked(before);
    boolean blockedAfter = isBlocked(after);
    if (blockedBefore != blockedAfter) {
      return blockedAfter ? NEWLY_BLOCKED : NEWLY_ALLOWED;
    }
    if (saysAll(before, after) && saysAll(after, before)) {
      return NONE;
    }
    return blockedAfter ? OTHER_REASON : NEW_WARNING;
  }

  private static boolean isBlocked(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (verdict.severity() == Severity.BLOCK) {
        return true;
      }
    }
    return false;
  }

  /** Whether everything that one side says is said by the other; a handful of verdicts each. */
  private static boolean saysAll(List<Verdict> side, List<Verdict> verdicts) {
    for (int i = 0; i < verdicts.size(); i++) {
      if (!says(side, verdicts.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean says(List<Verdict> side, Verdict verdict) {
    for (int i = 0; i < side.size(); i++) {
      Verdict said = side.get(i);
      if (said.severity() == verdict.severity()
          && said.reason().equals(verdict.reason())
          && said.rule().equals(verdict.rule())) {
        return true;
      }
    }
    return false;
  }

  /** The rules that speak on one side only; those that block where that makes the difference. */
  Set<String> rules(List<Verdict> before, List<Verdict> after) {
    Set<String> rules = new TreeSet<>();
    if (this != NEWLY_BLOCKED) {
      addMissing(before, after, this == NEWLY_ALLOWED, rules);
    }
    if (this != NEWLY_ALLOWED) {
      addMissing(after, before, this == NEWLY_BLOCKED, rules);
    }
    return rules;
  }

  private static void addMissing(
      List<Verdict> from, List<Verdict> others, boolean blocksOnly, Set<String> rules) {
    for (Verdict verdict : from) {
      if (!says(others, verdict) && (!blocksOnly || verdict.severity() == Severity.BLOCK)) {
        rules.add(verdict.rule());
      }
    }
  }

  /** Counts by kind. */
  static final class Tally {
    private final long[] counts = new long[Difference.values().length];
    private long orders;
    private long failed;

    void add(Difference difference, boolean hasFailed) {
      orders++;
      counts[difference.ordinal()]++;
      failed += hasFailed ? 1 : 0;
    }

    long orders() {
      return orders;
    }

    ReplayCounts counts() {
      return new ReplayCounts(
          orders,
          counts[NEWLY_BLOCKED.ordinal()],
          counts[NEWLY_ALLOWED.ordinal()],
          counts[NEW_WARNING.ordinal()],
          counts[OTHER_REASON.ordinal()],
          failed);
    }
  }
}
