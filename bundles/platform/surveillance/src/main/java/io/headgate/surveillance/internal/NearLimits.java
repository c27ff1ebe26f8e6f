package io.headgate.surveillance.internal;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Verdict;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Raises an alarm when an account comes so near to a limit of the files that its orders are warned
 * of, before the limit blocks; clears it when no order has come near for a while. Safe for use by
 * the stream's thread and a timer.
 */
final class NearLimits {

  static final String KEY = "limit.near.";

  /** The rule that names who let a blocked order through. */
  private static final String OVERRIDE = "override";

  private static final long SECOND = 1_000_000_000L;

  /** An alarm that stands. */
  private static final class Standing {
    private long told;
    private long last;
  }

  private final Alarms alarms;
  private final Map<String, Standing> standing = new HashMap<>();

  NearLimits(Alarms alarms) {
    this.alarms = alarms;
  }

  /**
   * Takes a decision in. An order that was let through although rules blocked it is not near a
   * limit but beyond it, and somebody answers for it.
   */
  synchronized void decided(Decision decision) {
    List<Verdict> verdicts = decision.verdicts();
    if (isOverridden(verdicts)) {
      return;
    }
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.severity() == Severity.WARN && !verdict.source().isEmpty()) {
        near(decision.intent().originator().account(), verdict, decision.tsDecided());
      }
    }
  }

  private static boolean isOverridden(List<Verdict> verdicts) {
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i).rule().equals(OVERRIDE)) {
        return true;
      }
    }
    return false;
  }

  private void near(String account, Verdict verdict, long now) {
    String key = KEY + verdict.reason() + "." + account;
    Standing before = standing.get(key);
    if (before != null && now - before.told < SECOND) {
      before.last = Math.max(before.last, now);
      return;
    }
    Standing entry = before == null ? new Standing() : before;
    entry.told = now;
    entry.last = now;
    standing.put(key, entry);
    alarms.raise(
        key,
        Alarm.Level.WARNING,
        "account %s comes near a limit: %s; look at position:list and %s"
            .formatted(account, verdict.describe(), verdict.source()));
  }

  /** Clears what nobody has come near since. */
  synchronized void tick(long now, long quietNanos) {
    Iterator<Map.Entry<String, Standing>> entries = standing.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Standing> entry = entries.next();
      if (now - entry.getValue().last >= quietNanos) {
        alarms.clear(entry.getKey());
        entries.remove();
      }
    }
  }
}
