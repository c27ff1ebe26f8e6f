package io.headgate.node.internal.watch;

import io.headgate.spi.alarm.Alarms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Alarms for what stays: raised at the second look in a row, cleared at the second without it. */
final class Standing {

  private static final int LOOKS = 2;

  private final Alarms alarms;
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Raised> raised = new HashMap<>();

  /** What stands in an alarm, and for how many looks it has not been found. */
  private record Raised(Finding finding, int missed) {}

  Standing(Alarms alarms) {
    this.alarms = alarms;
  }

  /** Takes what one look has found. */
  void take(List<Finding> found) {
    Set<String> keys = new HashSet<>();
    for (Finding finding : found) {
      if (!finding.key().isEmpty()) {
        keys.add(finding.key());
        stand(finding);
      }
    }
    seen.keySet().retainAll(keys);
    for (Map.Entry<String, Raised> entry : Map.copyOf(raised).entrySet()) {
      if (!keys.contains(entry.getKey())) {
        miss(entry.getKey(), entry.getValue());
      }
    }
  }

  private void stand(Finding finding) {
    if (seen.merge(finding.key(), 1, Integer::sum) < LOOKS) {
      return;
    }
    Raised before = raised.put(finding.key(), new Raised(finding, 0));
    if (before == null || !before.finding().equals(finding)) {
      alarms.raise(finding.key(), finding.level(), finding.text());
    }
  }

  private void miss(String key, Raised before) {
    if (before.missed() + 1 < LOOKS) {
      raised.put(key, new Raised(before.finding(), before.missed() + 1));
    } else {
      raised.remove(key);
      alarms.clear(key);
    }
  }
}
