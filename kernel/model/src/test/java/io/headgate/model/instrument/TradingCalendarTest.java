package io.headgate.model.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final LocalTime FIVE = LocalTime.of(17, 0);

  private static final TradingCalendar FX =
      new TradingCalendar("FX", NEW_YORK, FIVE, FIVE, FIVE, WEEKDAYS, Set.of());

  private static final TradingCalendar NYSE =
      new TradingCalendar(
          "XNYS",
          NEW_YORK,
          LocalTime.MIDNIGHT,
          LocalTime.of(9, 30),
          LocalTime.of(16, 0),
          WEEKDAYS,
          Set.of(LocalDate.of(2026, 7, 3)));

  /** Opens in the evening for the next trading date, with a pause before. */
  private static final TradingCalendar FUTURES =
      new TradingCalendar(
          "XCME",
          ZoneId.of("America/Chicago"),
          LocalTime.of(16, 0),
          LocalTime.of(17, 0),
          LocalTime.of(16, 0),
          WEEKDAYS,
          Set.of());

  private static long nanos(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  @ParameterizedTest
  @CsvSource({
    // winter: 17:00 in New York is 22:00 UTC
    "2026-01-14T21:59:59.999999999Z, 2026-01-14",
    "2026-01-14T22:00:00Z, 2026-01-15",
    // summer: 17:00 in New York is 21:00 UTC
    "2026-07-14T20:59:59.999999999Z, 2026-07-14",
    "2026-07-14T21:00:00Z, 2026-07-15",
    // Sunday evening belongs to Monday, Friday evening to Saturday
    "2026-01-18T22:00:00Z, 2026-01-19",
    "2026-01-16T22:00:00Z, 2026-01-17",
    // the clock goes forward on 2026-03-08 and back on 2026-11-01
    "2026-03-07T21:59:59Z, 2026-03-07",
    "2026-03-08T20:59:59Z, 2026-03-08",
    "2026-03-08T21:00:00Z, 2026-03-09",
    "2026-11-01T21:59:59Z, 2026-11-01",
    "2026-11-01T22:00:00Z, 2026-11-02"
  })
  void theFxDayRollsAtFiveInNewYork(String time, LocalDate expected) {
    assertThat(FX.tradingDate(nanos(time))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-14T12:00:00Z, 2026-01-14T22:00:00Z",
    "2026-01-14T22:00:00Z, 2026-01-15T22:00:00Z",
    "2026-01-14T21:59:59.999999999Z, 2026-01-14T22:00:00Z",
    "2026-03-07T22:00:00Z, 2026-03-08T21:00:00Z",
    "2026-10-31T21:00:00Z, 2026-11-01T22:00:00Z",
    "2026-12-31T23:00:00Z, 2027-01-01T22:00:00Z"
  })
  void theNextRollIsStrictlyLater(String time, String expected) {
    assertThat(FX.nextRoll(nanos(time))).isEqualTo(nanos(expected));
  }

  @Test
  void aDayIsTwentyThreeOrTwentyFiveHoursLongWhenTheClockChanges() {
    long hour = 3_600_000_000_000L;
    long spring = FX.nextRoll(nanos("2026-03-07T12:00:00Z"));
    long autumn = FX.nextRoll(nanos("2026-10-31T12:00:00Z"));

    assertThat(FX.nextRoll(spring) - spring).isEqualTo(23 * hour);
    assertThat(FX.nextRoll(autumn) - autumn).isEqualTo(25 * hour);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theDateChangesAtRollsAndNowhereElse(long seed) {
    Random random = new Random(seed);
    for (TradingCalendar calendar :
        new TradingCalendar[] {FX, NYSE, FUTURES, TradingCalendar.ALWAYS, rolling(2, 30)}) {
      for (int i = 0; i < 500; i++) {
        long time = nanos("2026-01-01T00:00:00Z") + (random.nextLong() >>> 11) % (2L << 55);
        LocalDate date = calendar.tradingDate(time);
        long roll = calendar.nextRoll(time);
        assertThat(roll).as("%s at %d", calendar.name(), time).isGreaterThan(time);
        assertThat(calendar.tradingDate(roll - 1)).isEqualTo(date);
        assertThat(calendar.tradingDate(roll)).isEqualTo(date.plusDays(1));
      }
    }
  }

  /** Rolls at an hour that the spring change of New York skips. */
  private static TradingCalendar rolling(int hour, int minute) {
    LocalTime roll = LocalTime.of(hour, minute);
    return new TradingCalendar("GAP", NEW_YORK, roll, roll, roll, WEEKDAYS, Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-02T13:29:59Z, false",
    "2026-07-02T13:30:00Z, true",
    "2026-07-02T19:59:59.999999999Z, true",
    "2026-07-02T20:00:00Z, false",
    "2026-07-03T15:00:00Z, false",
    "2026-07-04T15:00:00Z, false",
    "2026-01-05T14:29:59Z, false",
    "2026-01-05T14:30:00Z, true"
  })
  void aSessionWithinADayKeepsItsHoursDaysAndHolidays(String time, boolean open) {
    assertThat(NYSE.isOpen(nanos(time))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    // Sunday 17:00 Chicago, winter: open, for Monday
    "2026-01-18T22:59:59Z, false",
    "2026-01-18T23:00:00Z, true",
    // over midnight
    "2026-01-20T06:00:00Z, true",
    // the pause between 16:00 and 17:00
    "2026-01-20T22:00:00Z, false",
    "2026-01-20T22:59:59Z, false",
    "2026-01-20T23:00:00Z, true",
    // Friday 16:00 until Sunday 17:00
    "2026-01-23T21:59:59Z, true",
    "2026-01-23T22:00:00Z, false",
    "2026-01-23T23:30:00Z, false",
    "2026-01-24T12:00:00Z, false"
  })
  void aSessionOverMidnightBelongsToTheNextDate(String time, boolean open) {
    assertThat(FUTURES.isOpen(nanos(time))).isEqualTo(open);
  }

  @Test
  void roundTheClockIsOpenOnTradingDaysOnly() {
    assertThat(FX.isOpen(nanos("2026-01-16T21:59:59Z"))).as("Friday, before five").isTrue();
    assertThat(FX.isOpen(nanos("2026-01-16T22:00:00Z"))).as("Friday, after five").isFalse();
    assertThat(FX.isOpen(nanos("2026-01-18T21:59:59Z"))).as("Sunday, before five").isFalse();
    assertThat(FX.isOpen(nanos("2026-01-18T22:00:00Z"))).as("Sunday, after five").isTrue();
    assertThat(TradingCalendar.ALWAYS.isOpen(nanos("2026-01-17T03:00:00Z"))).isTrue();
  }

  /** The Friday after Thanksgiving: New York closes at 13:00, Chicago at 12:15. */
  private static TradingCalendar halfDay(TradingCalendar calendar, LocalTime close) {
    return new TradingCalendar(
        calendar.name(),
        calendar.zone(),
        calendar.roll(),
        calendar.open(),
        calendar.close(),
        calendar.tradingDays(),
        calendar.holidays(),
        Map.of(LocalDate.of(2026, 11, 27), close));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T17:59:59.999999999Z, true",
    "2026-11-27T18:00:00Z, false",
    "2026-11-27T20:59:59Z, false",
    "2026-11-25T20:59:59Z, true",
    "2026-11-30T20:59:59Z, true"
  })
  void aHalfDayEndsBeforeItsTime(String time, boolean open) {
    assertThat(halfDay(NYSE, LocalTime.of(13, 0)).isOpen(nanos(time))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    // opens the evening before, closes early, and stays closed until Sunday evening
    "2026-11-26T23:00:00Z, true",
    "2026-11-27T18:14:59Z, true",
    "2026-11-27T18:15:00Z, false",
    "2026-11-27T23:30:00Z, false",
    "2026-11-29T23:00:00Z, true"
  })
  void aHalfDayOverMidnightEndsOnItsOwnDate(String time, boolean open) {
    assertThat(halfDay(FUTURES, LocalTime.of(12, 15)).isOpen(nanos(time))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T13:29:59Z, 2026-07-01T13:30:00Z",
    "2026-07-01T13:30:00Z, 2026-07-01T20:00:00Z",
    // from Thursday's close over the holiday and the weekend
    "2026-07-02T20:00:00Z, 2026-07-06T13:30:00Z",
    "2026-11-27T14:30:00Z, 2026-11-27T18:00:00Z"
  })
  void theNextChangeIsAnOpeningOrAClose(String time, String expected) {
    assertThat(halfDay(NYSE, LocalTime.of(13, 0)).nextChange(nanos(time)))
        .isEqualTo(nanos(expected));
  }

  @Test
  void whatNeverChangesSaysSo() {
    long time = nanos("2026-07-01T12:00:00Z");
    TradingCalendar never =
        new TradingCalendar("NEVER", NEW_YORK, FIVE, FIVE, FIVE, Set.of(), Set.of());

    assertThat(TradingCalendar.ALWAYS.nextChange(time)).isEqualTo(TradingCalendar.NEVER);
    assertThat(never.isOpen(time)).isFalse();
    assertThat(never.nextChange(time)).isEqualTo(TradingCalendar.NEVER);
  }

  /** Also through the hours that a clock skips or shows twice. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theSessionChangesAtTheNextChangeAndNotBefore(long seed) {
    Random random = new Random(seed);
    TradingCalendar night =
        new TradingCalendar(
            "NIGHT",
            NEW_YORK,
            LocalTime.of(12, 0),
            LocalTime.of(2, 30),
            LocalTime.of(1, 30),
            EnumSet.allOf(DayOfWeek.class),
            Set.of());
    for (TradingCalendar calendar :
        new TradingCalendar[] {
          FX, NYSE, FUTURES, night, rolling(2, 30), halfDay(NYSE, LocalTime.of(13, 0))
        }) {
      for (int i = 0; i < 100; i++) {
        long time =
            random.nextBoolean()
                ? nanos("2026-01-01T00:00:00Z") + (random.nextLong() >>> 11) % (2L << 55)
                : nanos(random.nextBoolean() ? "2026-03-08T06:00:00Z" : "2026-11-01T04:00:00Z")
                    + random.nextLong(6 * 3_600_000_000_000L);
        boolean open = calendar.isOpen(time);
        long change = calendar.nextChange(time);
        assertThat(change).as("%s at %d", calendar.name(), time).isGreaterThan(time);
        assertThat(calendar.isOpen(change)).isEqualTo(!open);
        assertThat(calendar.isOpen(change - 1)).isEqualTo(open);
        for (int j = 0; j < 50; j++) {
          long between = time + random.nextLong(change - time);
          assertThat(calendar.isOpen(between)).isEqualTo(open);
        }
      }
    }
  }

  @Test
  void timesBefore1970AreRead() {
    assertThat(TradingCalendar.ALWAYS.tradingDate(-1)).isEqualTo(LocalDate.of(1969, 12, 31));
    assertThat(TradingCalendar.ALWAYS.nextRoll(-1)).isZero();
  }
}
