package io.headgate.spi.noun;

import io.headgate.spi.audit.AuditRecord;
import java.util.List;

/** The audit trail. */
public final class AuditNouns {

  /** A login or an act. */
  public static final Noun<AuditRecord> AUDIT =
      Noun.<AuditRecord>named("audit", "auditRecords", "A login, an act, or the end of a session")
          .integer("sequence", "Number in the trail, from 1", AuditRecord::sequence)
          .column()
          .time("time", "When it happened first", AuditRecord::timestamp)
          .column()
          .text("kind", "LOGIN, ACT or SESSION", record -> record.event().kind())
          .column()
          .text("result", "ACCEPTED, REFUSED or FAILED", record -> record.event().result())
          .column()
          .text("user", "Login name, as it was given", record -> record.event().caller().user())
          .column()
          .texts(
              "roles",
              "Roles held; none where nobody was let in",
              record -> List.copyOf(record.event().caller().roles()))
          .text(
              "door",
              "console, jmx, jolokia or rest; cluster where another node brought it about; rules"
                  + " for what became of a rule set, whichever door it came by",
              record -> record.event().caller().door())
          .column()
          .text("source", "Address", record -> record.event().caller().source())
          .text("what", "The act; for a login, with what", record -> record.event().what())
          .column()
          .text("detail", "Why it was refused or failed", record -> record.event().detail())
          .column()
          .integer("count", "How often, since the record before of the same", AuditRecord::count)
          .column()
          .build();

  private AuditNouns() {}
}
