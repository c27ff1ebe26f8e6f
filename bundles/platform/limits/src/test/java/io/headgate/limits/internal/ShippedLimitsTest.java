package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files that the distribution is shipped with. */
class ShippedLimitsTest {

  private static final Path FOLDER = Path.of("..", "..", "..", "rules", "limits");

  @Test
  void theyLoadAndLimitTheDemo() {
    LimitSet set = new LimitFolder(FOLDER).read(List.of());
    assertThat(set.faults()).isEmpty();

    LimitTable table = new LimitTable(set.rows(), 80, 1);
    ResolvedLimits alfa =
        table.resolve(Subjects.of("DEMO", "-", "momentum-equities", "ALFA.SIM"), 0);
    for (LimitKind kind : LimitKind.values()) {
      boolean silent = kind == LimitKind.CLOSING_WINDOW || kind.isRestriction();
      assertThat(alfa.source(kind).startsWith("limits/")).as("%s", kind).isEqualTo(!silent);
    }
    long now = 1_800_000_000_000_000_000L;
    ResolvedLimits jult =
        table.resolve(Subjects.of("DEMO", "-", "momentum-equities", "JULT.SIM"), now);
    assertThat(jult.block(LimitKind.RESTRICTED_QTY)).isZero();
    assertThat(jult.source(LimitKind.RESTRICTED_QTY)).startsWith("limits/restricted.csv:");
    assertThat(alfa.block(LimitKind.MAX_LONG_POSITION)).isEqualTo(600 * Fixed.ONE);
    ResolvedLimits euro = table.resolve(Subjects.of("DEMO", "-", "-", "EURUSD.FXCM"), 0);
    assertThat(euro.block(LimitKind.PRICE_COLLAR)).isLessThan(Long.MAX_VALUE);
  }
}
