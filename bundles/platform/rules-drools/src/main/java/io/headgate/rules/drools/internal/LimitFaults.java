package io.headgate.rules.drools.internal;

import io.headgate.rules.drools.internal.candidate.Surroundings;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the limit files, told beside what is wrong with the rules. */
final class LimitFaults {

  private static final Pattern PLACED =
      Pattern.compile("(?s)(limits/[^:]+?)(?::(\\d{1,9}))?: (.*)");

  private LimitFaults() {}

  /** At the files' places; empty while the limits are away. */
  static List<Fault> of(Surroundings parts) {
    try {
      return parts.limits().failures().stream().map(LimitFaults::fault).toList();
    } catch (IllegalStateException away) {
      return List.of();
    }
  }

  private static Fault fault(String failure) {
    Matcher placed = PLACED.matcher(failure);
    if (!placed.matches()) {
      return new Fault("limits", 0, failure);
    }
    int line = placed.group(2) == null ? 0 : Integer.parseInt(placed.group(2));
    return new Fault(placed.group(1), line, placed.group(3));
  }
}
