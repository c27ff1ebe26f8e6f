package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.approval.Ledger.Line;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.candidate.Candidate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whose signatures of a set count, and whether they are enough. */
final class Approvals {

  /** Alarm of a set that serves without the signatures that it takes. */
  static final String ALARM = "rules.unsigned";

  private final Supplier<Ledger> ledger;
  private final Signers signers;
  private final int asked;
  private final Alarms alarms;

  /** What was said last of the set that serves; null before anything was. */
  private @Nullable String told;

  /**
   * @param ledger the history
   * @param signers who may approve
   * @param asked signatures that a set of a known author takes; 0 where approval is not asked for
   * @param alarms is told of a set that serves without them
   */
  Approvals(Supplier<Ledger> ledger, Signers signers, int asked, Alarms alarms) {
    this.ledger = ledger;
    this.signers = signers;
    this.asked = asked;
    this.alarms = alarms;
  }

  /** Logins that have staged a set; an empty one where it was saved in the rules folder. */
  private Set<String> authors(String hash) {
    Set<String> authors = new LinkedHashSet<>();
    for (Line line : ledger.get().of(hash)) {
      if (line.tellsOrigin()) {
        authors.add(line.step().who());
      }
    }
    return authors;
  }

  /**
   * Signatures that a set takes: one more than asked for where an author is not known, since one of
   * the signers may be the author.
   */
  int needed(String hash) {
    if (asked == 0) {
      return 0;
    }
    Set<String> authors = authors(hash);
    return authors.isEmpty() || authors.contains("") ? asked + 1 : asked;
  }

  /** Logins whose signature of a set counts: not its authors', each key once. */
  List<String> approvedBy(String hash) {
    Set<String> authors = authors(hash);
    Set<String> keys = new HashSet<>();
    Set<String> approvers = new LinkedHashSet<>();
    for (Line line : ledger.get().of(hash)) {
      String who = line.step().who();
      if (line.step().what().equals(Ledger.APPROVED)
          && !authors.contains(who)
          && signers.verifies(who, Candidate.message(hash), line.detail())
          && keys.add(String.valueOf(signers.key(who)))) {
        approvers.add(who);
      }
    }
    return List.copyOf(approvers);
  }

  /**
   * Looks at a signature.
   *
   * @throws IllegalArgumentException if it does not count
   */
  void check(String hash, String signature, String who) {
    if (signers.key(who) == null) {
      throw new IllegalArgumentException(
          "%s has no public key in %s; add the line that rule:sign --new-key has printed"
              .formatted(who, signers));
    }
    if (authors(hash).contains(who)) {
      throw new IllegalArgumentException(
          "%s has staged this set; expected the signature of somebody else".formatted(who));
    }
    if (!signers.verifies(who, Candidate.message(hash), signature)) {
      throw new IllegalArgumentException(
          "this is no signature of '%s' by the key of %s in %s; make it with rule:sign"
              .formatted(Candidate.message(hash).strip(), who, signers));
    }
  }

  /**
   * Looks whether a set has the signatures that it takes.
   *
   * @throws IllegalStateException if it has not
   */
  void check(String hash) {
    if (asked == 0) {
      return;
    }
    int needed = needed(hash);
    List<String> approvedBy = approvedBy(hash);
    if (approvedBy.size() < needed) {
      throw new IllegalStateException(
          "rule set %s has %d of %d signatures%s; rule:sign and rule:approve add one"
              .formatted(
                  hash,
                  approvedBy.size(),
                  needed,
                  approvedBy.isEmpty() ? "" : " (" + String.join(", ", approvedBy) + ")"));
    }
  }

  /**
   * An alarm stands while the set that serves has too few signatures: it served before they were
   * asked for, or a key was taken out. It serves on, because without rules every order is denied.
   */
  void watch(String hash) {
    String missing = missing(hash);
    if (missing.equals(told)) {
      return;
    }
    told = missing;
    if (missing.isEmpty()) {
      alarms.clear(ALARM);
    } else {
      alarms.raise(ALARM, Alarm.Level.CRITICAL, missing);
    }
  }

  private String missing(String hash) {
    try {
      check(hash);
      return "";
    } catch (IllegalStateException e) {
      return "the rule set that serves would not be let serve now: %s, or activate another set"
          .formatted(e.getMessage());
    }
  }
}
