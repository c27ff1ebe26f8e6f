package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.candidate.RuleDifference;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.ResolvedLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of two sets that are compared. */
class SetDiffTest {

  private static final LimitRow SPRING = row(100, "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
  private static final LimitRow AUTUMN = row(200, "2026-07-01T00:00:00Z", "2027-01-01T00:00:00Z");

  @TempDir Path base;

  private static LimitRow row(long quantity, String from, String to) {
    return new LimitRow(
        "account=ACC1",
        "*",
        LimitKind.MAX_ORDER_QTY,
        quantity * Fixed.ONE,
        Severity.BLOCK,
        nanos(from),
        nanos(to),
        "",
        "",
        "limits/a.csv:2");
  }

  private static long nanos(String moment) {
    return Instant.parse(moment).getEpochSecond() * 1_000_000_000L;
  }

  private NamedSet set(LimitRow... rows) throws Exception {
    SetFiles files = SetFiles.read(new Folder(base).root());
    return new NamedSet("set", files, new FileLimits(ResolvedLimits.none(), List.of(rows)));
  }

  @Test
  void theOrderOfRowsMakesNoDifference() throws Exception {
    assertThat(SetDiff.between(set(SPRING, AUTUMN), set(AUTUMN, SPRING))).isEmpty();
  }

  @Test
  void aDifferenceTellsFromWhenAndUntilWhen() throws Exception {
    LimitRow more = row(300, "2026-07-01T00:00:00Z", "2027-01-01T00:00:00Z");
    RuleDifference found = SetDiff.between(set(SPRING, AUTUMN), set(more, SPRING)).get(0);
    assertThat(found.name()).endsWith("max-order-qty BLOCK from 2026-07-01T00:00:00Z");
    assertThat(found.before())
        .isEqualTo("limits/a.csv:2: 200 qty from 2026-07-01T00:00:00Z until 2027-01-01T00:00:00Z");
    assertThat(found.after()).startsWith("limits/a.csv:2: 300 qty");
  }
}
