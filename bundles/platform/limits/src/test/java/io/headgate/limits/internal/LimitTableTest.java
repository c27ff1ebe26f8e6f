package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTableTest {

  private static LimitRow row(
      String who, LimitKind kind, long value, Severity severity, long from, long to, int line) {
    return new LimitRow(who, "*", kind, value, severity, from, to, "", "", "limits/a.csv:" + line);
  }

  private static LimitRow always(LimitKind kind, long value, Severity severity, int line) {
    return row("firm", kind, value, severity, Long.MIN_VALUE, Long.MAX_VALUE, line);
  }

  private static ResolvedLimits resolve(LimitRow... rows) {
    return new LimitTable(List.of(rows), 80, 1).resolve(Subjects.of("A", "t", "s", "ALFA.SIM"), 0);
  }

  @Test
  void whereOnlyABlockStandsAWarningComesAtItsShare() {
    ResolvedLimits limits = resolve(always(LimitKind.MAX_ORDER_QTY, 1_001, Severity.BLOCK, 2));

    assertThat(limits.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(1_001);
    assertThat(limits.warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(800);
    assertThat(limits.source(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/a.csv:2");
    assertThat(limits.warnSource(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/a.csv:2");
    assertThat(limits.warn(LimitKind.PRICE_COLLAR)).isEqualTo(Long.MAX_VALUE);
    assertThat(limits.source(LimitKind.PRICE_COLLAR)).isEmpty();
    assertThat(limits.warnSource(LimitKind.PRICE_COLLAR)).isEmpty();
  }

  @Test
  void theShareOfTheLargestNumberDoesNotOverflow() {
    ResolvedLimits limits =
        resolve(always(LimitKind.MAX_ORDER_QTY, Long.MAX_VALUE, Severity.BLOCK, 2));

    assertThat(limits.warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(Long.MAX_VALUE / 5 * 4 + 1);
  }

  @Test
  void aWarningOfItsOwnReplacesTheShare() {
    ResolvedLimits limits =
        resolve(
            always(LimitKind.MAX_ORDER_QTY, 1_000, Severity.BLOCK, 2),
            always(LimitKind.MAX_ORDER_QTY, 950, Severity.WARN, 3));

    assertThat(limits.warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(950);
    assertThat(limits.source(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/a.csv:2");
    assertThat(limits.warnSource(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/a.csv:3");
  }

  /** Equal answers are shared; these differ in nothing but where the warning stands. */
  @Test
  void warningsOfOneNumberKeepTheirOwnRows() {
    LimitTable table =
        new LimitTable(
            List.of(
                row("firm", LimitKind.MAX_ORDER_QTY, 9, Severity.BLOCK, 0, 9, 2),
                row("account=A", LimitKind.MAX_ORDER_QTY, 5, Severity.WARN, 0, 9, 3),
                row("account=B", LimitKind.MAX_ORDER_QTY, 5, Severity.WARN, 0, 9, 4)),
            80,
            1);

    for (int round = 0; round < 2; round++) {
      assertThat(
              table
                  .resolve(Subjects.of("A", "t", "s", "ALFA.SIM"), 1)
                  .warnSource(LimitKind.MAX_ORDER_QTY))
          .isEqualTo("limits/a.csv:3");
      assertThat(
              table
                  .resolve(Subjects.of("B", "t", "s", "ALFA.SIM"), 1)
                  .warnSource(LimitKind.MAX_ORDER_QTY))
          .isEqualTo("limits/a.csv:4");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 1_001, 50_000})
  void aWarningThatComesNoSoonerThanTheBlockDoesNotSilenceTheShare(long warning) {
    ResolvedLimits limits =
        resolve(
            always(LimitKind.MAX_ORDER_QTY, warning, Severity.WARN, 2),
            always(LimitKind.MAX_ORDER_QTY, 1_000, Severity.BLOCK, 3));

    assertThat(limits.warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(800);
    assertThat(limits.warnSource(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/a.csv:3");
  }

  @Test
  void aWarningWithoutABlockStandsAlone() {
    ResolvedLimits limits = resolve(always(LimitKind.MAX_ORDER_QTY, 950, Severity.WARN, 2));

    assertThat(limits.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(LimitKind.MAX_ORDER_QTY.absent());
    assertThat(limits.warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(950);
    assertThat(limits.source(LimitKind.MAX_ORDER_QTY)).isEmpty();
    assertThat(limits.warnSource(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/a.csv:2");
  }

  @Test
  void aWindowIsWarnedOfWhereItsWarningIsTheLonger() {
    ResolvedLimits longer =
        resolve(
            always(LimitKind.DUPLICATE_WINDOW, 500, Severity.BLOCK, 2),
            always(LimitKind.DUPLICATE_WINDOW, 800, Severity.WARN, 3));
    ResolvedLimits shorter =
        resolve(
            always(LimitKind.DUPLICATE_WINDOW, 500, Severity.BLOCK, 2),
            always(LimitKind.DUPLICATE_WINDOW, 300, Severity.WARN, 3));

    assertThat(longer.warn(LimitKind.DUPLICATE_WINDOW)).isEqualTo(800);
    assertThat(shorter.warn(LimitKind.DUPLICATE_WINDOW)).isZero();
  }

  /** Of three nodes each may 33, so that a warning over all nodes at 100 comes no sooner. */
  @Test
  void theNodesPartsAreCompared() {
    LimitTable table =
        new LimitTable(
            List.of(
                always(LimitKind.MAX_ACCOUNT_GROSS, 101, Severity.BLOCK, 2),
                always(LimitKind.MAX_ACCOUNT_GROSS, 100, Severity.WARN, 3)),
            80,
            3);
    ResolvedLimits limits = table.resolve(Subjects.of("A", "t", "s", "ALFA.SIM"), 0);

    assertThat(limits.block(LimitKind.MAX_ACCOUNT_GROSS)).isEqualTo(33);
    assertThat(limits.warn(LimitKind.MAX_ACCOUNT_GROSS)).isEqualTo(26);
  }

  @Test
  void theLongestDuplicateWindowIsTheTightestAndHasNoShare() {
    ResolvedLimits limits =
        resolve(
            row("firm", LimitKind.DUPLICATE_WINDOW, 100, Severity.BLOCK, 0, 9, 2),
            row("account=A", LimitKind.DUPLICATE_WINDOW, 500, Severity.BLOCK, 0, 9, 3),
            row("trader=t", LimitKind.DUPLICATE_WINDOW, 300, Severity.BLOCK, 0, 9, 4));

    assertThat(limits.block(LimitKind.DUPLICATE_WINDOW)).isEqualTo(500);
    assertThat(limits.source(LimitKind.DUPLICATE_WINDOW)).isEqualTo("limits/a.csv:3");
    assertThat(limits.warn(LimitKind.DUPLICATE_WINDOW)).isZero();
  }

  @Test
  void anAnswerIsGoodUntilTheNextDate() {
    LimitTable table =
        new LimitTable(
            List.of(
                row("firm", LimitKind.MAX_ORDER_QTY, 5, Severity.BLOCK, 100, 200, 2),
                row("firm", LimitKind.MAX_ORDER_QTY, 7, Severity.BLOCK, 200, 300, 3)),
            80,
            1);
    LimitSubject subject = Subjects.of("A", "t", "s", "ALFA.SIM");
    long[][] expected = {
      {99, Long.MAX_VALUE, 100},
      {100, 5, 200},
      {199, 5, 200},
      {200, 7, 300},
      {299, 7, 300},
      {300, Long.MAX_VALUE, Long.MAX_VALUE},
      {150, 5, 200}
    };
    for (long[] moment : expected) {
      ResolvedLimits limits = table.resolve(subject, moment[0]);
      assertThat(limits.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(moment[1]);
      assertThat(limits.validUntil()).isEqualTo(moment[2]);
    }
  }

  /** Against the plainest reading of the rows, over many subjects and moments, with its cache. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theTightestRowsDecide(long seed) {
    Random random = new Random(seed);
    List<LimitRow> rows = new ArrayList<>();
    for (int line = 2; line < 80; line++) {
      rows.add(RandomRows.next(random, line));
    }
    LimitTable table = new LimitTable(rows, 75, 3);
    for (int i = 0; i < 3_000; i++) {
      LimitSubject subject = Subjects.random(random);
      long now = random.nextInt(100);
      ResolvedLimits limits = table.resolve(subject, now);
      for (LimitKind kind : LimitKind.values()) {
        long block = part(kind, RandomRows.naive(rows, subject, kind, Severity.BLOCK, now));
        long warn = part(kind, RandomRows.naive(rows, subject, kind, Severity.WARN, now));
        assertThat(limits.block(kind)).as("block %s seed %d", kind, seed).isEqualTo(block);
        assertThat(limits.warn(kind)).as("warn %s", kind).isEqualTo(warning(kind, warn, block, 75));
      }
      assertThat(table.resolve(subject, now)).isSameAs(limits);
    }
  }

  /** Its own number where it comes before the block; else the share, which windows do not have. */
  private static long warning(LimitKind kind, long warn, long block, long percent) {
    boolean before = kind.isWindow() ? warn > block : warn < block;
    if (before || block == kind.absent()) {
      return warn;
    }
    return kind.isWindow() ? kind.absent() : block * percent / 100;
  }

  /** What one of three nodes may use. */
  private static long part(LimitKind kind, long value) {
    return kind.divided() && value != kind.absent() ? value / 3 : value;
  }

  @Test
  void thePartsOfAllNodesNeverExceedALimitOverAllOfThem() {
    for (LimitKind kind :
        List.of(LimitKind.MAX_ACCOUNT_GROSS, LimitKind.MAX_STRATEGY_RATE, LimitKind.LOCATED_QTY)) {
      LimitTable table = new LimitTable(List.of(always(kind, 101, Severity.BLOCK, 2)), 80, 4);
      ResolvedLimits limits = table.resolve(Subjects.of("A", "t", "s", "ALFA.SIM"), 0);
      assertThat(limits.block(kind)).isEqualTo(25);
      assertThat(limits.warn(kind)).isEqualTo(20);
    }
    LimitTable one =
        new LimitTable(List.of(always(LimitKind.MAX_MARKET_AGE, 101, Severity.BLOCK, 2)), 80, 4);
    assertThat(
            one.resolve(Subjects.of("A", "t", "s", "ALFA.SIM"), 0).block(LimitKind.MAX_MARKET_AGE))
        .isEqualTo(101);
  }

  @Test
  void theHashFollowsEveryField() {
    LimitRow row = always(LimitKind.MAX_ORDER_QTY, 5, Severity.BLOCK, 2);
    String hash = new LimitTable(List.of(row), 80, 1).hash();

    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(new LimitTable(List.of(row), 80, 1).hash()).isEqualTo(hash);
    assertThat(
            new LimitTable(List.of(always(LimitKind.MAX_ORDER_QTY, 6, Severity.BLOCK, 2)), 80, 1)
                .hash())
        .isNotEqualTo(hash);
  }
}
