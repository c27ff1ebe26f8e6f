package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Limits} promises. Rows given here carry no source: the implementation's counts. */
public abstract class LimitsContract {

  private static final long NOW = nanos("2026-03-02T14:30:00Z");
  private static final long DAY = 86_400_000_000_000L;

  /** Makes limits from rows, in the order given; {@code source} of the rows is empty. */
  protected abstract Limits create(List<LimitRow> rows) throws Exception;

  /** Makes limits whose files could never be read. */
  protected abstract Limits unreadable() throws Exception;

  /** Replaces the rows and reads them; returns what {@link Limits#reload} returned. */
  protected abstract List<String> replace(Limits limits, List<LimitRow> rows) throws Exception;

  private static long nanos(String time) {
    return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
  }

  private static LimitRow row(String who, String what, LimitKind kind, long value, Severity s) {
    return row(who, what, kind, value, s, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static LimitRow row(
      String who, String what, LimitKind kind, long value, Severity severity, long from, long to) {
    return new LimitRow(who, what, kind, value, severity, from, to, "desk", "policy 4", "");
  }

  private static LimitSubject subject(String account, String strategy, Instrument instrument) {
    return new LimitSubject(new Originator(account, "ann", strategy), instrument);
  }

  private static LimitSubject acme() {
    return subject("ACC1", "s1", FakeReferenceData.ACME);
  }

  private static ResolvedLimits resolve(Limits limits, LimitSubject subject, long at) {
    ResolvedLimits resolved = limits.resolve(subject, at);
    if (resolved == null) {
      throw new AssertionError("no limits could be read");
    }
    return resolved;
  }

  @Test
  void theTightestOfAllRowsThatApplyCounts() throws Exception {
    Limits limits =
        create(
            List.of(
                row("firm", "*", LimitKind.MAX_ORDER_QTY, 100 * Fixed.ONE, Severity.BLOCK),
                row("account=ACC1", "*", LimitKind.MAX_ORDER_QTY, 50 * Fixed.ONE, Severity.BLOCK),
                row("trader=ann", "*", LimitKind.MAX_ORDER_QTY, 70 * Fixed.ONE, Severity.BLOCK),
                row("account=ACC2", "*", LimitKind.MAX_ORDER_QTY, Fixed.ONE, Severity.BLOCK)));

    ResolvedLimits resolved = resolve(limits, acme(), NOW);

    assertThat(resolved.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(50 * Fixed.ONE);
    assertThat(resolved.source(LimitKind.MAX_ORDER_QTY)).isEqualTo(limits.rows().get(1).source());
  }

  @Test
  void theLongestDuplicateWindowIsTheTightest() throws Exception {
    Limits limits =
        create(
            List.of(
                row("firm", "*", LimitKind.DUPLICATE_WINDOW, 500, Severity.BLOCK),
                row("account=ACC1", "*", LimitKind.DUPLICATE_WINDOW, 900, Severity.BLOCK)));

    assertThat(resolve(limits, acme(), NOW).block(LimitKind.DUPLICATE_WINDOW)).isEqualTo(900);
  }

  @Test
  void aListOfPermissionsStandsBesideItsZeroForEverything() throws Exception {
    LimitKind kind = LimitKind.PERMITTED_QTY;
    Limits limits =
        create(
            List.of(
                row("account=ACC1", "*", kind, 0, Severity.BLOCK),
                row("account=ACC1", "instrument=ACME.SIM", kind, 500, Severity.BLOCK),
                row("strategy=s1", "*", kind, 200, Severity.BLOCK),
                row("trader=bob", "*", kind, 0, Severity.BLOCK)));

    assertThat(resolve(limits, acme(), NOW).block(kind))
        .as("the account may 500, its strategy 200")
        .isEqualTo(200);
    assertThat(resolve(limits, subject("ACC1", "s1", FakeReferenceData.BOLT), NOW).block(kind))
        .as("not on the account's list")
        .isZero();
    assertThat(resolve(limits, subject("ACC2", "s2", FakeReferenceData.BOLT), NOW).block(kind))
        .as("without a list")
        .isEqualTo(kind.absent());
  }

  @Test
  void warningsAndBlocksAreKeptApart() throws Exception {
    Limits limits =
        create(
            List.of(
                row("firm", "*", LimitKind.PRICE_COLLAR, 300 * Fixed.ONE, Severity.BLOCK),
                row("firm", "*", LimitKind.PRICE_COLLAR, 100 * Fixed.ONE, Severity.WARN)));

    ResolvedLimits resolved = resolve(limits, acme(), NOW);

    assertThat(resolved.block(LimitKind.PRICE_COLLAR)).isEqualTo(300 * Fixed.ONE);
    assertThat(resolved.warn(LimitKind.PRICE_COLLAR)).isEqualTo(100 * Fixed.ONE);
    assertThat(resolved.source(LimitKind.PRICE_COLLAR)).isEqualTo(limits.rows().get(0).source());
    assertThat(resolved.warnSource(LimitKind.PRICE_COLLAR))
        .isEqualTo(limits.rows().get(1).source());
  }

  @Test
  void whereNoRowAppliesTheLimitIsAbsent() throws Exception {
    Limits limits =
        create(
            List.of(
                row("account=ACC2", "*", LimitKind.MAX_ORDER_QTY, Fixed.ONE, Severity.BLOCK),
                row("firm", "sector=ENERGY", LimitKind.PRICE_COLLAR, Fixed.ONE, Severity.BLOCK)));

    ResolvedLimits resolved = resolve(limits, acme(), NOW);

    for (LimitKind kind : LimitKind.values()) {
      assertThat(resolved.block(kind)).as(kind.word()).isEqualTo(kind.absent());
      assertThat(resolved.source(kind)).as(kind.word()).isEmpty();
    }
  }

  @Test
  void instrumentAndSectorDecide() throws Exception {
    Limits limits =
        create(
            List.of(
                row("firm", "sector=TECH", LimitKind.MAX_ORDER_QTY, 9 * Fixed.ONE, Severity.BLOCK),
                row(
                    "firm",
                    "instrument=CORP.SIM",
                    LimitKind.MAX_ORDER_QTY,
                    4 * Fixed.ONE,
                    Severity.BLOCK)));

    assertThat(resolve(limits, acme(), NOW).block(LimitKind.MAX_ORDER_QTY))
        .isEqualTo(9 * Fixed.ONE);
    assertThat(
            resolve(limits, subject("ACC1", "s1", FakeReferenceData.CORP), NOW)
                .block(LimitKind.MAX_ORDER_QTY))
        .isEqualTo(4 * Fixed.ONE);
  }

  @Test
  void effectiveDatesBeginInclusiveAndEndExclusive() throws Exception {
    long from = nanos("2026-03-03T00:00:00Z");
    long to = from + DAY;
    LimitKind kind = LimitKind.MAX_ORDER_QTY;
    Limits limits =
        create(
            List.of(
                row("firm", "*", kind, 10 * Fixed.ONE, Severity.BLOCK),
                row("firm", "*", kind, 2 * Fixed.ONE, Severity.BLOCK, from, to)));

    assertThat(resolve(limits, acme(), from - 1).block(kind)).isEqualTo(10 * Fixed.ONE);
    assertThat(resolve(limits, acme(), from).block(kind)).isEqualTo(2 * Fixed.ONE);
    assertThat(resolve(limits, acme(), to - 1).block(kind)).isEqualTo(2 * Fixed.ONE);
    assertThat(resolve(limits, acme(), to).block(kind)).isEqualTo(10 * Fixed.ONE);
  }

  @Test
  void anAnswerSaysUntilWhenItHolds() throws Exception {
    long from = nanos("2026-03-03T00:00:00Z");
    LimitKind kind = LimitKind.MAX_ORDER_QTY;
    Limits limits =
        create(List.of(row("firm", "*", kind, Fixed.ONE, Severity.BLOCK, from, Long.MAX_VALUE)));

    ResolvedLimits before = resolve(limits, acme(), NOW);

    assertThat(before.validUntil()).isGreaterThan(NOW).isLessThanOrEqualTo(from);
    assertThat(resolve(limits, acme(), before.validUntil() - 1)).isEqualTo(before);
  }

  @Test
  void limitsThatCouldNeverBeReadGiveNoAnswer() throws Exception {
    Limits limits = unreadable();

    assertThat(limits.resolve(acme(), NOW)).isNull();
    assertThat(limits.failures()).isNotEmpty();
  }

  @Test
  void newRowsServeAtOnceUnderAnotherVersion() throws Exception {
    LimitKind kind = LimitKind.MAX_ORDER_QTY;
    Limits limits = create(List.of(row("firm", "*", kind, 10 * Fixed.ONE, Severity.BLOCK)));
    long version = limits.version();
    String hash = limits.hash();

    List<String> faults =
        replace(limits, List.of(row("firm", "*", kind, 11 * Fixed.ONE, Severity.BLOCK)));

    assertThat(faults).isEmpty();
    assertThat(limits.version()).isNotEqualTo(version);
    assertThat(limits.hash()).matches("[0-9a-f]{64}").isNotEqualTo(hash);
    assertThat(resolve(limits, acme(), NOW).block(kind)).isEqualTo(11 * Fixed.ONE);
  }

  @Test
  void rowsAreListedInOrderWithTheirSource() throws Exception {
    List<LimitRow> written =
        List.of(
            row("firm", "*", LimitKind.MAX_ORDER_QTY, 10 * Fixed.ONE, Severity.BLOCK),
            row("account=ACC1", "*", LimitKind.MAX_ORDER_NOTIONAL, 5_000_000, Severity.WARN));

    List<LimitRow> listed = create(written).rows();

    assertThat(listed)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
        .isEqualTo(written);
    assertThat(listed).allSatisfy(row -> assertThat(row.source()).matches(".+:\\d+"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithTheDefinitionOnRandomRows(long seed) throws Exception {
    Random random = new Random(seed);
    List<LimitRow> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(randomRow(random));
    }
    Limits limits = create(rows);
    List<Instrument> instruments = new FakeReferenceData().instruments();

    for (int i = 0; i < 200; i++) {
      LimitSubject subject =
          subject(
              "ACC" + (1 + random.nextInt(3)),
              "s" + random.nextInt(3),
              instruments.get(random.nextInt(instruments.size())));
      long at = NOW + random.nextInt(20) * DAY;
      ResolvedLimits resolved = resolve(limits, subject, at);
      for (LimitKind kind : LimitKind.values()) {
        assertThat(resolved.block(kind)).isEqualTo(naive(rows, subject, kind, Severity.BLOCK, at));
        assertThat(resolved.warn(kind)).isEqualTo(naive(rows, subject, kind, Severity.WARN, at));
      }
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  private static LimitRow randomRow(Random random) {
    List<String> whos =
        List.of("firm", "account=ACC1", "account=ACC2", "trader=ann", "strategy=s1");
    List<String> whats = List.of("*", "instrument=ACME.SIM", "sector=TECH", "sector=FX");
    LimitKind kind = LimitKind.values()[random.nextInt(LimitKind.values().length)];
    long from = random.nextBoolean() ? Long.MIN_VALUE : nanos("2026-03-02T00:00:00Z");
    long to = random.nextBoolean() ? Long.MAX_VALUE : nanos("2026-03-10T00:00:00Z");
    return row(
        whos.get(random.nextInt(whos.size())),
        whats.get(random.nextInt(whats.size())),
        kind,
        1L + random.nextInt(1_000_000),
        random.nextInt(4) == 0 ? Severity.WARN : Severity.BLOCK,
        from,
        to);
  }

  private static long naive(
      List<LimitRow> rows, LimitSubject subject, LimitKind kind, Severity severity, long at) {
    Originator by = subject.originator();
    List<String> whos =
        List.of(
            "firm",
            "account=" + by.account(),
            "trader=" + by.trader(),
            "strategy=" + by.strategy());
    List<String> whats =
        List.of(
            "*",
            "instrument=" + subject.instrument().id(),
            "sector=" + subject.instrument().sector());
    List<LimitRow> applying =
        rows.stream()
            .filter(row -> row.kind() == kind && row.severity() == severity)
            .filter(row -> whos.contains(row.who()) && whats.contains(row.what()))
            .filter(row -> row.effectiveFrom() <= at && at < row.effectiveTo())
            .toList();
    LongStream values =
        kind.isPermission()
            ? applying.stream().collect(Collectors.groupingBy(LimitRow::who)).values().stream()
                .mapToLong(of -> of.stream().mapToLong(LimitRow::value).max().orElseThrow())
            : applying.stream().mapToLong(LimitRow::value);
    return kind.isWindow()
        ? values.max().orElse(kind.absent())
        : values.min().orElse(kind.absent());
  }
}
