package io.headgate.engine.internal.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.TradingCalendar;
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
import org.junit.jupiter.params.provider.ValueSource;

class SessionHoursTest {

  private static final TradingCalendar NYSE =
      new TradingCalendar(
          "XNYS",
          ZoneId.of("America/New_York"),
          LocalTime.MIDNIGHT,
          LocalTime.of(9, 30),
          LocalTime.of(16, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          Set.of(LocalDate.of(2026, 11, 26)),
          Map.of(LocalDate.of(2026, 11, 27), LocalTime.of(13, 0)));

  private final SessionHours hours = new SessionHours(NYSE);

  private static long nanos(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  @Test
  void aDayGoesBy() {
    long closed = nanos("2026-11-25T14:29:59.999999999Z");
    assertThat(hours.millisToOpen(closed)).as("rounded up, never 0 while closed").isEqualTo(1);
    assertThat(hours.millisToClose(closed)).isZero();
    long open = nanos("2026-11-25T14:30:00Z");
    assertThat(hours.millisToOpen(open)).isZero();
    assertThat(hours.millisToClose(open)).isEqualTo(390 * 60_000L);
    long last = nanos("2026-11-25T20:59:59.999999999Z");
    assertThat(hours.millisToClose(last)).isEqualTo(1);
    assertThat(hours.millisToOpen(last)).isZero();
    // over the holiday
    assertThat(hours.millisToOpen(nanos("2026-11-25T21:00:00Z")))
        .isEqualTo((24 + 17) * 3_600_000L + 30 * 60_000L);
    assertThat(hours.millisToClose(nanos("2026-11-27T17:00:00Z")))
        .as("half a day")
        .isEqualTo(3_600_000L);
  }

  @Test
  void whatNeverClosesIsFarFromIt() {
    SessionHours always = new SessionHours(TradingCalendar.ALWAYS);
    assertThat(always.millisToOpen(1)).isZero();
    assertThat(always.millisToClose(1)).isGreaterThan(1_000_000_000_000L);
    assertThat(always.millisToClose(nanos("2200-01-01T00:00:00Z"))).isPositive();
  }

  /** Time goes forward and back, as where one replay follows another. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsRememberedIsWhatTheCalendarSays(long seed) {
    Random random = new Random(seed);
    long time = nanos("2026-11-20T00:00:00Z");
    for (int i = 0; i < 2_000; i++) {
      time += random.nextLong(-3_600_000_000_000L, 7_200_000_000_000L);
      assertThat(hours.millisToOpen(time) == 0).isEqualTo(NYSE.isOpen(time));
      assertThat(hours.millisToClose(time) > 0).isEqualTo(NYSE.isOpen(time));
    }
  }
}
