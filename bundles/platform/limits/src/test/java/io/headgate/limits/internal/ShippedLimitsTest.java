package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The files that the distribution is shipped with. */
class ShippedLimitsTest {

  private static final Path FOLDER = Path.of("..", "..", "..", "rules", "limits");

  /** What depends too much on a firm and its venues to be given an example number. */
  private static final Set<LimitKind> UNSET =
      EnumSet.of(
          LimitKind.CLOSING_WINDOW,
          LimitKind.OPENING_AUCTION,
          LimitKind.CLOSING_AUCTION,
          LimitKind.MIN_ORDER_QTY,
          LimitKind.PASSIVE_COLLAR,
          LimitKind.MAX_BOOK_PERCENT);

  @Test
  void theyLoadAndLimitTheDemo() {
    LimitSet set = new LimitFolder(FOLDER).read(List.of());
    assertThat(set.faults()).isEmpty();

    LimitTable table = new LimitTable(set.rows(), 80, 1);
    ResolvedLimits alfa =
        table.resolve(Subjects.of("DEMO", "-", "momentum-equities", "ALFA.SIM"), 0);
    for (LimitKind kind : LimitKind.values()) {
      boolean silent = UNSET.contains(kind) || kind.isRestriction() || kind.isPermission();
      assertThat(alfa.source(kind).startsWith("limits/")).as("%s", kind).isEqualTo(!silent);
    }
    long now = 1_800_000_000_000_000_000L;
    ResolvedLimits jult =
        table.resolve(Subjects.of("DEMO", "-", "momentum-equities", "JULT.SIM"), now);
    assertThat(jult.block(LimitKind.RESTRICTED_QTY)).isZero();
    assertThat(jult.source(LimitKind.RESTRICTED_QTY)).startsWith("limits/restricted.csv:");
    assertThat(alfa.block(LimitKind.MAX_LONG_POSITION)).isEqualTo(600 * Fixed.ONE);
    ResolvedLimits index =
        table.resolve(Subjects.of("DEMO", "-", "momentum-equities", "INDX.SIM"), 0);
    assertThat(index.warn(LimitKind.MAX_ORDER_QTY))
        .as("four fifths of the firm's 20, although the strategy is only warned above 900")
        .isEqualTo(16 * Fixed.ONE);
    assertThat(index.warnSource(LimitKind.MAX_ORDER_QTY))
        .isEqualTo(index.source(LimitKind.MAX_ORDER_QTY));
    assertThat(alfa.warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(900 * Fixed.ONE);
    assertThat(alfa.warnSource(LimitKind.MAX_ORDER_QTY))
        .startsWith("limits/demo.csv:")
        .isNotEqualTo(alfa.source(LimitKind.MAX_ORDER_QTY));
    ResolvedLimits euro = table.resolve(Subjects.of("DEMO", "-", "-", "EURUSD.FXCM"), 0);
    assertThat(euro.block(LimitKind.PRICE_COLLAR)).isLessThan(Long.MAX_VALUE);
  }
}
