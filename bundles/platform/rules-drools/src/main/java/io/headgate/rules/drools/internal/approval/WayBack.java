package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.approval.Ledger.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a set gives way to, as the history has it. */
public final class WayBack {

  private final List<Line> served;

  /**
   * @param served the lines that say what serves, the latest last
   */
  WayBack(List<Line> served) {
    this.served = List.copyOf(served);
  }

  /**
   * The set that served before the one that serves, without those that failed on their first order
   * and those that were canaries.
   *
   * @param serving hash of the set that serves; empty if none does
   * @throws IllegalStateException if there is none
   */
  public String previous(String serving) {
    Set<String> skipped = new HashSet<>();
    skipped.add(serving);
    for (int i = served.size() - 1; i >= 0; i--) {
      Line line = served.get(i);
      if (!line.isLocal() && !skipped.contains(line.hash())) {
        return line.hash();
      }
      String failed = takenBack(i);
      if (failed != null) {
        skipped.add(failed);
      }
    }
    throw new IllegalStateException(
        "no other set has served on this node, or it failed on its first order; nothing to go back to");
  }

  /**
   * What a canary gives way to when it ends.
   *
   * @throws IllegalStateException if there is nothing
   */
  public String beforeCanary() {
    for (int i = served.size() - 1; i >= 0; i--) {
      if (!served.get(i).isLocal() && !failed(i)) {
        return served.get(i).hash();
      }
    }
    throw new IllegalStateException(
        "no other set than the canary has served on this node; rule:activate one");
  }

  /** How a set is noted that serves again because the one after it failed on its first order. */
  public String again(String hash) {
    Line failed = null;
    for (int i = served.size() - 1; i >= 0; i--) {
      Line line = served.get(i);
      if (failed == null) {
        failed = line;
      } else if (line.hash().equals(hash)) {
        return line.isCanary() ? Ledger.CANARY : after(failed);
      }
    }
    return Ledger.SERVED;
  }

  private static String after(Line failed) {
    return failed.isLocal() ? Ledger.CANARY_ENDED : Ledger.SERVED;
  }

  /**
   * Whether the set that somebody has let serve last, not as a canary, failed on its first order.
   */
  public boolean failedForAll() {
    for (int i = served.size() - 1; i >= 0; i--) {
      if (!served.get(i).isLocal()) {
        return failed(i);
      }
    }
    return false;
  }

  /** Whether the set of this line failed on its first order, by the line after it. */
  private boolean failed(int line) {
    return line + 1 < served.size() && takenBack(line + 1) != null;
  }

  /** Whether a set failed on its first order, so that the one before it serves again. */
  public boolean wasTakenBack(String hash) {
    int last = served.size() - 1;
    return last > 0 && hash.equals(takenBack(last));
  }

  /** The set that failed on its first order, so that the one of this line serves again. */
  private @Nullable String takenBack(int line) {
    boolean again = line > 0 && served.get(line).step().why().equals(Lifecycle.AGAIN);
    String failed = again ? served.get(line - 1).hash() : null;
    return served.get(line).hash().equals(failed) ? null : failed;
  }
}
