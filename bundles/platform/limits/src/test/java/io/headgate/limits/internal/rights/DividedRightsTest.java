package io.headgate.limits.internal.rights;

import static io.headgate.limits.internal.rights.ChangingLimits.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.limits.internal.Subjects;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one node grants of the limits, and what not. */
class DividedRightsTest {

  private static final LimitSubject SUBJECT = Subjects.of("A", "t", "s", "ALFA.SIM");

  private final ChangingLimits limits = new ChangingLimits();

  @Test
  void aShortageNamesScopeMeasureAndPart() {
    limits.set(List.of(row("account=A", LimitKind.MAX_LONG_POSITION, 101, 2)));
    DividedRights rights = limits.rights(2);

    assertThat(rights.reserve(SUBJECT, Side.BUY, 30, 0)).isNull();
    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(20);
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isEqualTo(Long.MAX_VALUE);
    assertThat(rights.reserve(SUBJECT, Side.BUY, 21, 0))
        .isEqualTo(
            new Verdict(
                "rights", Severity.BLOCK, "RIGHTS_EXHAUSTED", 51, 50, Unit.QTY, "limits/a.csv:2"));
    assertThat(rights.reserve(SUBJECT, Side.BUY, 20, 0)).isNull();
  }

  @Test
  void allScopesOrNone() {
    limits.set(
        List.of(
            row("firm", LimitKind.MAX_LONG_POSITION, 100, 2),
            row("strategy=s", LimitKind.MAX_LONG_POSITION, 10, 3)));
    DividedRights rights = limits.rights(1);
    LimitSubject other = Subjects.of("A", "t", "r", "ALFA.SIM");

    assertThat(rights.reserve(SUBJECT, Side.BUY, 11, 0)).isNotNull();

    assertThat(rights.headroom(other, Side.BUY, 0)).isEqualTo(100);
  }

  @Test
  void aScopeInDebtGrantsOnlyWhatReduces() {
    limits.set(
        List.of(
            row("firm", LimitKind.MAX_LONG_POSITION, 100, 2),
            row("firm", LimitKind.MAX_SHORT_POSITION, 50, 3)));
    DividedRights rights = limits.rights(1);
    rights.restore(SUBJECT, Side.BUY, 150);
    rights.fill(SUBJECT, Side.BUY, 150, 150);

    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isZero();
    assertThat(rights.reserve(SUBJECT, Side.BUY, 1, 0)).isNotNull();
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isEqualTo(200);
    assertThat(rights.reserve(SUBJECT, Side.SELL, 200, 0)).isNull();
    assertThat(rights.reserve(SUBJECT, Side.SELL, 1, 0)).isNotNull();
  }

  @Test
  void usageIsKeptWhereNoRowStandsYet() {
    DividedRights rights = limits.rights(1);
    assertThat(rights.reserve(SUBJECT, Side.BUY, 80, 0)).isNull();
    rights.fill(SUBJECT, Side.BUY, 30, 30);

    limits.set(List.of(row("firm", LimitKind.MAX_LONG_POSITION, 100, 2)));

    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(20);
    limits.set(List.of());
    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void withoutLimitsNothingIsGranted() {
    limits.loaded = false;
    DividedRights rights = limits.rights(1);

    Verdict verdict = rights.reserve(SUBJECT, Side.BUY, 1, 0);

    assertThat(verdict).isNotNull();
    assertThat(verdict.reason()).isEqualTo("LIMITS_MISSING");
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isZero();
  }

  @Test
  void rowsComeAndGoWithTheirDates() {
    limits.set(
        List.of(
            new LimitRow(
                "firm",
                "*",
                LimitKind.MAX_LONG_POSITION,
                10,
                Severity.BLOCK,
                100,
                200,
                "",
                "",
                "limits/a.csv:2"),
            new LimitRow(
                "firm",
                "*",
                LimitKind.MAX_LONG_POSITION,
                20,
                Severity.BLOCK,
                200,
                300,
                "",
                "",
                "limits/a.csv:3")));
    DividedRights rights = limits.rights(1);

    assertThat(rights.headroom(SUBJECT, Side.BUY, 99)).isEqualTo(Long.MAX_VALUE);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 100)).isEqualTo(10);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 200)).isEqualTo(20);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 300)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void sumsOutOfRangeAreDeniedAndChangeNothing() {
    DividedRights rights = limits.rights(1);
    assertThat(rights.reserve(SUBJECT, Side.BUY, Long.MAX_VALUE, 0)).isNull();
    assertThat(rights.reserve(SUBJECT, Side.BUY, 1, 0)).isNotNull();
    assertThat(rights.reserve(SUBJECT, Side.SELL, Long.MAX_VALUE, 0)).isNull();
    rights.fill(SUBJECT, Side.SELL, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(rights.reserve(SUBJECT, Side.SELL, 1, 0)).isNotNull();
    assertThatThrownBy(() -> rights.fill(SUBJECT, Side.SELL, 0, 2))
        .isInstanceOf(ArithmeticException.class);
    rights.release(SUBJECT, Side.BUY, Long.MAX_VALUE);
    limits.set(List.of(row("firm", LimitKind.MAX_SHORT_POSITION, Long.MAX_VALUE, 2)));
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void mistakesOfTheCallerChangeNothing() {
    limits.set(List.of(row("firm", LimitKind.MAX_LONG_POSITION, 10, 2)));
    DividedRights rights = limits.rights(1);
    rights.reserve(SUBJECT, Side.BUY, 4, 0);

    assertThatThrownBy(() -> rights.release(SUBJECT, Side.BUY, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than was taken: 4");
    assertThatThrownBy(() -> rights.fill(SUBJECT, Side.BUY, 5, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rights.reserve(SUBJECT, Side.BUY, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(6);
  }

  @Test
  void grantsAllocateNothing() {
    limits.set(List.of(row("firm", LimitKind.MAX_LONG_POSITION, 1_000_000, 2)));
    DividedRights rights = limits.rights(1);
    LimitSubject[] subjects = new LimitSubject[64];
    for (int i = 0; i < subjects.length; i++) {
      subjects[i] = Subjects.of("A" + i % 8, "t", "s" + i % 16, "ALFA.SIM");
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        LimitSubject subject = subjects[i & 63];
        if (rights.reserve(subject, Side.BUY, 1, i) != null) {
          throw new AssertionError("denied");
        }
        rights.release(subject, Side.BUY, 1);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("bytes for 10,000 grants").isLessThan(10_000);
  }
}
