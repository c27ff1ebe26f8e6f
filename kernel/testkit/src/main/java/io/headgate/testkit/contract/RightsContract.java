package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Rights;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.SimpleRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Rights} promises, invariant I1 first. */
public abstract class RightsContract {

  private static final long ONE = Fixed.ONE;
  private static final long NOW = 1_772_461_800_000_000_000L;
  private static final Instrument ACME = FakeReferenceData.ACME;

  /**
   * Makes the rights of one node, with nothing used.
   *
   * @param rows limits in force; position limits alone matter
   * @param nodes nodes that share them
   */
  protected abstract Rights create(List<LimitRow> rows, int nodes) throws Exception;

  /** A blocking row that always applies. */
  protected static LimitRow row(String who, String what, LimitKind kind, long value) {
    return row(who, what, kind, value, Severity.BLOCK, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static LimitRow row(
      String who, String what, LimitKind kind, long value, Severity severity, long from, long to) {
    return new LimitRow(who, what, kind, value, severity, from, to, "desk", "test", "t.csv:2");
  }

  private static LimitRow longLimit(String who, String what, long units) {
    return row(who, what, LimitKind.MAX_LONG_POSITION, units * ONE);
  }

  private static LimitRow shortLimit(String who, String what, long units) {
    return row(who, what, LimitKind.MAX_SHORT_POSITION, units * ONE);
  }

  private static LimitSubject subject(String account, String strategy, Instrument instrument) {
    return new LimitSubject(Originator.strategy(account, strategy), instrument);
  }

  private static LimitSubject acc1() {
    return subject("ACC1", "s1", ACME);
  }

  private static boolean grants(Rights rights, LimitSubject subject, Side side, long units) {
    return rights.reserve(subject, side, units * ONE, NOW) == null;
  }

  @Test
  void grantsUpToTheLimitAndNotOneUnitMore() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10)), 1);

    assertThat(grants(rights, acc1(), Side.BUY, 6)).isTrue();
    assertThat(grants(rights, acc1(), Side.BUY, 4)).isTrue();
    assertThat(rights.reserve(acc1(), Side.BUY, 1, NOW)).isNotNull();
  }

  @Test
  void theVerdictSaysWhatIsShort() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10)), 1);

    Verdict verdict = rights.reserve(acc1(), Side.BUY, 11 * ONE, NOW);

    assertThat(verdict).isNotNull();
    assertThat(verdict.severity()).isEqualTo(Severity.BLOCK);
    assertThat(verdict.reason()).isEqualTo("RIGHTS_EXHAUSTED");
    assertThat(verdict.unit()).isEqualTo(Unit.QTY);
    assertThat(verdict.limit()).isEqualTo(10 * ONE);
    assertThat(verdict.measured()).isEqualTo(11 * ONE);
  }

  @Test
  void aRefusalTakesNothingInAnyScope() throws Exception {
    Rights rights =
        create(List.of(longLimit("firm", "*", 10), longLimit("account=ACC1", "*", 5)), 1);

    assertThat(grants(rights, acc1(), Side.BUY, 6)).isFalse();

    assertThat(grants(rights, subject("ACC2", "s1", ACME), Side.BUY, 10)).isTrue();
  }

  @Test
  void everyScopeHolds() throws Exception {
    Rights rights =
        create(List.of(longLimit("firm", "*", 10), longLimit("strategy=s1", "*", 4)), 1);

    assertThat(grants(rights, acc1(), Side.BUY, 4)).isTrue();
    assertThat(grants(rights, subject("ACC2", "s1", ACME), Side.BUY, 1)).isFalse();
    assertThat(grants(rights, subject("ACC2", "s2", ACME), Side.BUY, 6)).isTrue();
    assertThat(grants(rights, subject("ACC3", "s3", ACME), Side.BUY, 1)).isFalse();
  }

  @Test
  void instrumentsAreCountedApart() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "sector=TECH", 5)), 1);

    assertThat(grants(rights, acc1(), Side.BUY, 5)).isTrue();
    assertThat(grants(rights, subject("ACC1", "s1", FakeReferenceData.BOLT), Side.BUY, 5)).isTrue();
    assertThat(grants(rights, subject("ACC1", "s1", FakeReferenceData.CORP), Side.BUY, 99))
        .as("another sector has no limit here")
        .isTrue();
    assertThat(grants(rights, acc1(), Side.BUY, 1)).isFalse();
  }

  @Test
  void openSellsMakeNoRoomForBuys() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10), shortLimit("firm", "*", 10)), 1);

    assertThat(grants(rights, acc1(), Side.SELL, 10)).isTrue();
    assertThat(grants(rights, acc1(), Side.BUY, 11)).isFalse();
    assertThat(grants(rights, acc1(), Side.BUY, 10)).isTrue();
    assertThat(grants(rights, acc1(), Side.SELL, 1)).isFalse();
  }

  @Test
  void fillsMoveThePositionAndMakeRoomOnTheOtherSide() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10), shortLimit("firm", "*", 10)), 1);
    assertThat(grants(rights, acc1(), Side.BUY, 10)).isTrue();

    rights.fill(acc1(), Side.BUY, 10 * ONE, 10 * ONE);

    assertThat(grants(rights, acc1(), Side.BUY, 1)).isFalse();
    assertThat(rights.headroom(acc1(), Side.SELL, NOW)).isEqualTo(20 * ONE);
    assertThat(grants(rights, acc1(), Side.SELL, 20)).isTrue();
    assertThat(grants(rights, acc1(), Side.SELL, 1)).isFalse();
  }

  @Test
  void releaseGivesBackExactlyWhatWasTaken() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10)), 1);
    assertThat(grants(rights, acc1(), Side.BUY, 10)).isTrue();
    rights.fill(acc1(), Side.BUY, 3 * ONE, 3 * ONE);

    rights.release(acc1(), Side.BUY, 7 * ONE);

    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isEqualTo(7 * ONE);
  }

  @Test
  void anOverfillLeavesADebtThatOnlyReducingOrdersMayWorkOff() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10), shortLimit("firm", "*", 10)), 1);
    assertThat(grants(rights, acc1(), Side.BUY, 10)).isTrue();

    rights.fill(acc1(), Side.BUY, 10 * ONE, 14 * ONE);

    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isZero();
    assertThat(grants(rights, acc1(), Side.BUY, 1)).isFalse();
    assertThat(grants(rights, acc1(), Side.SELL, 4)).isTrue();
    rights.fill(acc1(), Side.SELL, 4 * ONE, 4 * ONE);
    assertThat(grants(rights, acc1(), Side.BUY, 1)).isFalse();
  }

  @Test
  void aBustTakesTheFillBack() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10)), 1);
    assertThat(grants(rights, acc1(), Side.BUY, 10)).isTrue();
    rights.fill(acc1(), Side.BUY, 10 * ONE, 10 * ONE);

    rights.fill(acc1(), Side.BUY, 0, -4 * ONE);

    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isEqualTo(4 * ONE);
  }

  @Test
  void restoreAsksNobody() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10)), 1);

    rights.restore(acc1(), Side.BUY, 15 * ONE);

    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isZero();
    assertThat(grants(rights, acc1(), Side.BUY, 1)).isFalse();
    rights.release(acc1(), Side.BUY, 15 * ONE);
    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isEqualTo(10 * ONE);
  }

  @Test
  void withoutALimitThereIsNoEnd() throws Exception {
    Rights rights = create(List.of(longLimit("account=ACC2", "*", 1)), 1);

    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isEqualTo(Long.MAX_VALUE);
    assertThat(rights.reserve(acc1(), Side.BUY, 1_000_000 * ONE, NOW)).isNull();
    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void hugeQuantitiesAreRefusedNotWrappedAround() throws Exception {
    Rights rights = create(List.of(longLimit("firm", "*", 10)), 1);
    assertThat(grants(rights, acc1(), Side.BUY, 5)).isTrue();

    assertThat(rights.reserve(acc1(), Side.BUY, Long.MAX_VALUE, NOW)).isNotNull();

    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isEqualTo(5 * ONE);
  }

  @Test
  void onlyBlockingRowsInForceCount() throws Exception {
    LimitKind kind = LimitKind.MAX_LONG_POSITION;
    Rights rights =
        create(
            List.of(
                row("firm", "*", kind, ONE, Severity.WARN, Long.MIN_VALUE, Long.MAX_VALUE),
                row("firm", "*", kind, 2 * ONE, Severity.BLOCK, Long.MIN_VALUE, NOW),
                row("firm", "*", kind, 3 * ONE, Severity.BLOCK, NOW + 100, Long.MAX_VALUE),
                row("firm", "*", kind, 9 * ONE, Severity.BLOCK, NOW, NOW + 200)),
            1);

    assertThat(rights.headroom(acc1(), Side.BUY, NOW)).isEqualTo(9 * ONE);
    assertThat(rights.headroom(acc1(), Side.BUY, NOW + 100)).isEqualTo(3 * ONE);
    assertThat(rights.reserve(acc1(), Side.BUY, 4 * ONE, NOW + 100)).isNotNull();
    assertThat(rights.reserve(acc1(), Side.BUY, 4 * ONE, NOW)).isNull();
  }

  @Test
  void nodesDivideALimitAndRoundDown() throws Exception {
    List<LimitRow> rows = List.of(row("firm", "*", LimitKind.MAX_LONG_POSITION, 10 * ONE + 1));
    long sum = 0;
    for (int node = 0; node < 3; node++) {
      sum += create(rows, 3).headroom(acc1(), Side.BUY, NOW);
    }

    assertThat(sum).isLessThanOrEqualTo(10 * ONE + 1);
    assertThat(sum).isGreaterThan(10 * ONE - 3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithThePlainestFormStepByStep(long seed) throws Exception {
    Random random = new Random(seed);
    List<LimitRow> rows = randomRows(random);
    int nodes = 1 + random.nextInt(3);
    Rights tested = create(rows, nodes);
    Rights plain = new SimpleRights(rows, nodes);
    List<Reservation> open = new ArrayList<>();

    for (int step = 0; step < 400; step++) {
      if (open.isEmpty() || random.nextInt(3) > 0) {
        Reservation wanted = Reservation.random(random);
        Verdict expected = plain.reserve(wanted.subject, wanted.side, wanted.quantity, NOW);
        Verdict actual = tested.reserve(wanted.subject, wanted.side, wanted.quantity, NOW);
        assertThat(actual == null).as("step %d: %s", step, wanted).isEqualTo(expected == null);
        if (actual == null) {
          open.add(wanted);
        }
      } else {
        Reservation done = open.remove(random.nextInt(open.size()));
        long filled = (long) (random.nextDouble() * (done.quantity + 1));
        for (Rights rights : List.of(tested, plain)) {
          rights.fill(done.subject, done.side, filled, filled);
          rights.release(done.subject, done.side, done.quantity - filled);
        }
      }
      Reservation probe = Reservation.random(random);
      assertThat(tested.headroom(probe.subject, probe.side, NOW))
          .as("headroom at step %d of %s", step, probe)
          .isEqualTo(plain.headroom(probe.subject, probe.side, NOW));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void headroomIsExactlyWhatIsGranted(long seed) throws Exception {
    Random random = new Random(seed);
    Rights rights = create(randomRows(random), 1);

    for (int step = 0; step < 200; step++) {
      Reservation probe = Reservation.random(random);
      long headroom = rights.headroom(probe.subject, probe.side, NOW);
      if (headroom < Long.MAX_VALUE) {
        assertThat(rights.reserve(probe.subject, probe.side, headroom + 1, NOW)).isNotNull();
        long some = headroom == 0 ? 0 : 1 + (long) (random.nextDouble() * (headroom - 1));
        if (some > 0) {
          assertThat(rights.reserve(probe.subject, probe.side, some, NOW)).isNull();
        }
      }
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  private static List<LimitRow> randomRows(Random random) {
    List<String> whos =
        List.of("firm", "account=ACC1", "account=ACC2", "strategy=s1", "strategy=s2");
    List<String> whats = List.of("*", "instrument=ACME.SIM", "sector=TECH", "sector=ENERGY");
    List<LimitRow> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String who = whos.get(random.nextInt(whos.size()));
      String what = whats.get(random.nextInt(whats.size()));
      long units = 5L + random.nextInt(200);
      rows.add(random.nextBoolean() ? longLimit(who, what, units) : shortLimit(who, what, units));
    }
    return rows;
  }

  private record Reservation(LimitSubject subject, Side side, long quantity) {
    static Reservation random(Random random) {
      List<Instrument> instruments =
          List.of(FakeReferenceData.ACME, FakeReferenceData.BOLT, FakeReferenceData.CORP);
      LimitSubject subject =
          RightsContract.subject(
              "ACC" + (1 + random.nextInt(2)),
              "s" + (1 + random.nextInt(2)),
              instruments.get(random.nextInt(instruments.size())));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      return new Reservation(subject, side, 1 + random.nextInt(40) * ONE / 2);
    }
  }
}
