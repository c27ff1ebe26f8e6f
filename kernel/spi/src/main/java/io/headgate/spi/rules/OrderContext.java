package io.headgate.spi.rules;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.spi.limits.LimitKind;
import java.util.ArrayList;
import java.util.List;

/**
 * One flat record of an order, its instrument, the market, the account's position and counters and
 * its limits: all that a rule may look at, and the only place where it may speak.
 *
 * <p>Reused by the engine for every order and valid during the call only. Filled through a {@link
 * ContextEditor} by who made it. Numbers are scaled longs in the unit of their {@link
 * ContextNumber}; limits in the unit of their {@link LimitKind}, {@link LimitKind#absent()} where
 * none applies. Not safe for use by several threads.
 */
public final class OrderContext extends GuardedFacts {

  /**
   * Verdicts kept in full. Of more, one that blocks takes the place of the latest that warns, and
   * one that halts that of the latest that does not; the others only keep the order blocked.
   */
  public static final int MAX_VERDICTS = 64;

  /** A blocking reason that begins so does more than deny: it halts a strategy or an account. */
  private static final String HALTING = "HALT_";

  private final String[] rules = new String[MAX_VERDICTS];
  private final Severity[] severities = new Severity[MAX_VERDICTS];
  private final String[] reasons = new String[MAX_VERDICTS];
  private final long[] measured = new long[MAX_VERDICTS];
  private final long[] against = new long[MAX_VERDICTS];
  private final Unit[] units = new Unit[MAX_VERDICTS];
  private final String[] sources = new String[MAX_VERDICTS];
  private int verdictCount;
  private boolean blocked;
  private String rule = "";

  OrderContext() {}

  void reset() {
    verdictCount = 0;
    blocked = false;
    rule = "";
  }

  /** Names the rule on whose behalf the next verdicts are given; called by the rule set. */
  public void beginRule(String name) {
    rule = name;
  }

  /** Blocks the order: the measured value is beyond its limit. */
  public void block(String reason, LimitKind kind, long value) {
    add(Severity.BLOCK, reason, value, limits.block(kind), kind.unit(), limits.source(kind));
  }

  /** Blocks the order for a value that is held against something other than a limit file. */
  public void block(String reason, long value, long limit, Unit unit) {
    add(Severity.BLOCK, reason, value, limit, unit, "");
  }

  /** Warns: the measured value is beyond its warning limit. */
  public void warn(String reason, LimitKind kind, long value) {
    add(Severity.WARN, reason, value, limits.warn(kind), kind.unit(), limits.warnSource(kind));
  }

  /** Warns of a value that is held against something other than a limit file. */
  public void warn(String reason, long value, long limit, Unit unit) {
    add(Severity.WARN, reason, value, limit, unit, "");
  }

  private void add(
      Severity severity, String reason, long value, long limit, Unit unit, String source) {
    blocked |= severity == Severity.BLOCK;
    int at = verdictCount < MAX_VERDICTS ? verdictCount++ : dispensable(severity, reason);
    if (at < 0) {
      return;
    }
    rules[at] = rule;
    severities[at] = severity;
    reasons[at] = reason;
    measured[at] = value;
    against[at] = limit;
    units[at] = unit;
    sources[at] = source;
  }

  /** Place of the verdict that one more is kept instead of; below 0 where that is none. */
  private int dispensable(Severity severity, String reason) {
    if (severity != Severity.BLOCK) {
      return -1;
    }
    int at = MAX_VERDICTS - 1;
    while (at >= 0 && severities[at] == Severity.BLOCK) {
      at--;
    }
    if (at < 0 && reason.startsWith(HALTING)) {
      at = MAX_VERDICTS - 1;
      while (at >= 0 && reasons[at].startsWith(HALTING)) {
        at--;
      }
    }
    return at;
  }

  /** Whether any rule has blocked the order. */
  public boolean isBlocked() {
    return blocked;
  }

  /** Number of verdicts so far, at most {@link #MAX_VERDICTS}. */
  public int verdictCount() {
    return verdictCount;
  }

  /** The verdicts so far, in the order in which they were given. */
  public List<Verdict> verdicts() {
    if (verdictCount == 0) {
      return List.of();
    }
    List<Verdict> verdicts = new ArrayList<>(verdictCount);
    for (int i = 0; i < verdictCount; i++) {
      verdicts.add(
          new Verdict(
              rules[i], severities[i], reasons[i], measured[i], against[i], units[i], sources[i]));
    }
    return verdicts;
  }

  /** A copy of everything that rules can see, for the journal. */
  public ContextImage image() {
    return new ContextImage(numbers, texts, limits);
  }
}
