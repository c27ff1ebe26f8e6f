package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Unit;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.venue.Reaction;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reference files that are changed while the node runs count for the next order. */
class ReferenceChangeTest {

  private static final Instrument ACME = FakeReferenceData.ACME;

  /** The fixture's clock begins on this day, at 22:13 UTC. */
  private static final LocalDate TODAY = LocalDate.of(2023, 11, 14);

  private final EngineFixture fixture = new EngineFixture().started();

  private static Instrument acme(
      String currency, long multiplier, long lot, TradingCalendar hours) {
    return new Instrument(
        ACME.id(),
        ACME.assetClass(),
        currency,
        multiplier,
        ACME.tickSize(),
        lot,
        ACME.sector(),
        hours);
  }

  private static TradingCalendar calendar(LocalTime roll, Set<LocalDate> holidays) {
    return new TradingCalendar(
        "NEW",
        ZoneOffset.UTC,
        roll,
        LocalTime.MIDNIGHT,
        LocalTime.MIDNIGHT,
        Set.of(DayOfWeek.values()),
        holidays);
  }

  private ContextImage seen(NewOrder order) {
    List<ContextImage> images = new ArrayList<>();
    fixture.rules.set(
        context -> {
          images.add(context.image());
          context.block("PROBE_ONLY", 0, 0, Unit.COUNT);
        });
    fixture.submit(order);
    fixture.rules.set(context -> {});
    return images.get(0);
  }

  @Test
  void aHolidayAddedTodayClosesTheSession() {
    assertThat(seen(buy(1, "99")).number(ContextNumber.MILLIS_TO_OPEN)).isZero();

    fixture.reference.with(
        acme("USD", Fixed.ONE, Fixed.ONE, calendar(LocalTime.MIDNIGHT, Set.of(TODAY))));

    assertThat(seen(buy(1, "99")).number(ContextNumber.MILLIS_TO_OPEN)).isPositive();
  }

  @Test
  void aNewLotSizeCountsForTheNextOrder() {
    assertThat(fixture.submit(buy(1, "99")).accepted()).isTrue();
    fixture.reference.with(acme("USD", Fixed.ONE, 10 * Fixed.ONE, TradingCalendar.ALWAYS));

    assertThat(fixture.submit(buy(1, "99")).reason()).isEqualTo("LOT_SIZE");
    assertThat(fixture.submit(buy(10, "99")).accepted()).isTrue();
  }

  @Test
  void aNewMultiplierMovesTheExposureAlsoForOrdersInOthers() {
    fixture.venue.reacting(Reaction.FILL);
    fixture.submit(buy(10, "101"));
    NewOrder other =
        NewOrder.limit(
            ME, FakeReferenceData.BOLT.id(), Side.BUY, Fixed.ONE, 50 * Fixed.ONE, TimeInForce.GTC);
    assertThat(Fixed.formatAmount(seen(other).number(ContextNumber.ACCOUNT_GROSS)))
        .isEqualTo("1050");

    fixture.reference.with(acme("USD", 10 * Fixed.ONE, Fixed.ONE, TradingCalendar.ALWAYS));
    fixture.pass(1_100);

    assertThat(Fixed.formatAmount(seen(other).number(ContextNumber.ACCOUNT_GROSS)))
        .isEqualTo("10050");
  }

  @Test
  void anotherCurrencyIsDeniedUntilItIsTakenBack() {
    fixture.reference.with(acme("EUR", Fixed.ONE, Fixed.ONE, TradingCalendar.ALWAYS));

    assertThat(fixture.submit(buy(1, "99")).reason()).isEqualTo("INSTRUMENT_UNKNOWN");
    assertThat(fixture.alarms.isActive("market.currency.ACME.SIM")).isTrue();

    fixture.reference.with(acme("USD", Fixed.ONE, Fixed.ONE, TradingCalendar.ALWAYS));
    assertThat(fixture.submit(buy(1, "99")).accepted()).isTrue();
    assertThat(fixture.alarms.isActive("market.currency.ACME.SIM")).isFalse();
  }

  @Test
  void dayOrdersEndByACalendarThatIsNew() {
    fixture.reference.with(
        acme("USD", Fixed.ONE, Fixed.ONE, calendar(LocalTime.of(22, 30), Set.of())));
    fixture.pass(1_100);
    NewOrder day =
        NewOrder.limit(ME, ACME.id(), Side.BUY, 7 * Fixed.ONE, 98 * Fixed.ONE, TimeInForce.DAY);
    fixture.quote(ACME, "99.99", "100.01");
    ClOrdId ends = fixture.submit(day).clOrdId();
    assertThat(fixture.order(ends).status()).isEqualTo(OrdStatus.NEW);

    // Its roll is moved, from 22:30 to 22:20.
    fixture.reference.with(
        acme("USD", Fixed.ONE, Fixed.ONE, calendar(LocalTime.of(22, 20), Set.of())));
    fixture.pass(600_000);

    assertThat(fixture.order(ends).status()).isEqualTo(OrdStatus.CANCELED);
    fixture.pass(1_200_000);
    assertThat(((InMemoryJournal) fixture.journal).records(JournalRecord.Rolled.class))
        .extracting(JournalRecord.Rolled::calendar)
        .as("once, at the new time alone")
        .containsOnlyOnce("NEW");
  }
}
