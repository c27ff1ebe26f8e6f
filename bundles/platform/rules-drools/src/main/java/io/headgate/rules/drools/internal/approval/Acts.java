package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.candidate.Candidate.Step;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was done with each set: written into the history, and told to the audit trail. */
final class Acts {

  /** Alarm of a history that cannot be kept. */
  static final String ALARM = "rules.history";

  private static final Logger LOG = LoggerFactory.getLogger(Acts.class);
  private static final String NOBODY = "-";
  private static final String DOOR = "rules";
  private static final String IN_THE_NODE = "node";

  private final Shelf shelf;
  private final Clock clock;
  private final Alarms alarms;
  private @Nullable Ledger ledger;
  private volatile Consumer<AuditEvent> trail = event -> {};

  /**
   * @param shelf keeps the files of sets, and the history beside them
   * @param clock tells when something was done
   * @param alarms is told when the history cannot be kept
   */
  Acts(Shelf shelf, Clock clock, Alarms alarms) {
    this.shelf = shelf;
    this.clock = clock;
    this.alarms = alarms;
  }

  void tellTo(Consumer<AuditEvent> newTrail) {
    trail = newTrail;
  }

  /**
   * The history.
   *
   * @throws IllegalStateException if it cannot be read
   */
  synchronized Ledger ledger() {
    Ledger found = ledger;
    if (found == null) {
      try {
        found = new Ledger(shelf.folder().resolve("ledger.tsv"));
        ledger = found;
      } catch (IOException e) {
        throw new IllegalStateException("the history of rule sets cannot be read: " + e, e);
      }
    }
    return found;
  }

  /**
   * Writes down what was done.
   *
   * @throws IllegalStateException if it cannot be written; then it does not count
   */
  void note(String hash, String what, String who, String why, String detail) {
    try {
      ledger().add(hash, new Step(clock.epochNanos(), what, who, why), detail);
      alarms.clear(ALARM);
    } catch (IOException e) {
      throw new IllegalStateException(
          "it cannot be written to the history of rule sets (%s); make room in %s and try again"
              .formatted(e, shelf.folder()),
          e);
    }
    tell(hash, what, who, why);
  }

  /** Tells the audit trail alone what is written into the history already, or is no act. */
  void tell(String hash, String what, String who, String why) {
    trail.accept(
        new AuditEvent(
            AuditEvent.Kind.ACT,
            AuditEvent.Result.ACCEPTED,
            new AuditEvent.Caller(who.isEmpty() ? NOBODY : who, Set.of(), DOOR, IN_THE_NODE),
            "rule set %s %s%s".formatted(hash, what, why.isEmpty() ? "" : ": " + why),
            ""));
  }

  /**
   * Keeps a set's files and writes down where they come from.
   *
   * @throws IllegalStateException if they cannot be kept
   */
  void keep(SetFiles files, String what, String who, String why) {
    try {
      shelf.keep(files);
    } catch (IOException e) {
      throw new IllegalStateException(
          "the files of %s cannot be kept in %s (%s); make room, or correct its rights"
              .formatted(files.root(), shelf.folder(), e),
          e);
    }
    note(files.hash(), what, who, why, files.root().toString());
  }

  /** Orders go on: only the way back to this set is at stake. */
  void cannotBeKept(Exception e) {
    LOG.error("the history of rule sets cannot be kept", e);
    alarms.raise(
        ALARM,
        Alarm.Level.WARNING,
        "the history of rule sets cannot be kept, so rule:rollback may not find it: "
            + e.getMessage());
  }
}
