package io.headgate.data.replay.internal.row;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times against java.time. */
class TimeColumnTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  private static long read(TimeColumn times, String text) {
    byte[] bytes = ("," + text + ",").getBytes(US_ASCII);
    return times.ofText(bytes, 1, bytes.length - 1);
  }

  private static TimeColumn text(String zone) {
    return new TimeColumn(TimeBase.TIME, "time", ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "2014-05-08T00:00:17.007Z, 2014-05-08T00:00:17.007Z",
    "2014-05-08 09:30, 2014-05-08T13:30:00Z",
    "2014-05-08T09:30:15.123456789, 2014-05-08T13:30:15.123456789Z",
    "20140508 09:30, 2014-05-08T13:30:00Z",
    "20140508 0930, 2014-05-08T13:30:00Z",
    "20140508093015, 2014-05-08T13:30:15Z",
    "20140508093015250, 2014-05-08T13:30:15.250Z",
    "201405080930, 2014-05-08T13:30:00Z",
    "20140508, 2014-05-08T04:00:00Z",
    "2014-05-08, 2014-05-08T04:00:00Z",
    "2014/05/08 09:30:01.5, 2014-05-08T13:30:01.500Z",
    "2014-05-08T09:30:00+02:00, 2014-05-08T07:30:00Z",
    "2014-05-08T09:30:00-0530, 2014-05-08T15:00:00Z",
    "2014-05-08T09:30+02, 2014-05-08T07:30:00Z",
    "1399507217, 2014-05-08T00:00:17Z",
    "1399507217007, 2014-05-08T00:00:17.007Z",
    "1399507217007008, 2014-05-08T00:00:17.007008Z",
    "1399507217007008009, 2014-05-08T00:00:17.007008009Z"
  })
  void commonFormsAreRead(String written, Instant expected) {
    assertThat(read(text("America/New_York"), written)).isEqualTo(nanos(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2014",
        "2014-05",
        "2014-13-01",
        "2014-02-30",
        "2014-05-08T",
        "2014-05-08T9:30",
        "2014-05-08T24:01",
        "2014-05-08T09:60",
        "2014-05-08T09:30:60",
        "2014-05-08T09:30:00.",
        "2014-05-08T09:30:00.1234567891",
        "2014-05-08T09:30:00X",
        "2014-05-08T09:30:00+",
        "2014-05-08T09:30:00+99:00",
        "2014-0508",
        "1799-01-01",
        "9999-01-01",
        "12345678901",
        "9999999999999999999",
        "2014-05-08T09:30:00Z "
      })
  void whatIsNoTimeIsNone(String written) {
    assertThat(read(text("UTC"), written)).isEqualTo(TimeColumn.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithJavaTimeOnRandomMoments(long seed) {
    Random random = new Random(seed);
    for (String zone : new String[] {"UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata"}) {
      TimeColumn times = text(zone);
      for (int i = 0; i < 2_000; i++) {
        LocalDateTime local =
            LocalDateTime.ofEpochSecond(
                random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000), ZoneOffset.UTC);
        String written = local.toString();
        long expected = nanos(local.atZone(ZoneId.of(zone)).toInstant());
        // In the hour that occurs twice the reader may take the later one.
        long later = nanos(local.atZone(ZoneId.of(zone)).withLaterOffsetAtOverlap().toInstant());
        assertThat(read(times, written)).as("%s in %s", written, zone).isIn(expected, later);
        OffsetDateTime offset = local.atOffset(ZoneOffset.ofHoursMinutes(-5, -30));
        assertThat(read(times, offset.toString())).isEqualTo(nanos(offset.toInstant()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2014-03-08", "2014-03-09", "2014-11-01", "2014-11-02", "2014-11-03"})
  void everyMinuteOfADayIsThatMinuteOnTheWall(String date) {
    for (String zone : new String[] {"America/New_York", "UTC", "Australia/Lord_Howe"}) {
      LocalDays days = new LocalDays(ZoneId.of(zone));
      LocalDate day = LocalDate.parse(date);
      for (int minute = 0; minute < 1_440; minute++) {
        ZonedDateTime expected = day.atStartOfDay().plusMinutes(minute).atZone(ZoneId.of(zone));
        assertThat(
                new LocalDays(ZoneId.of(zone))
                    .toEpochNanos(day.toEpochDay(), minute * 60_000_000_000L))
            .as("%s %d min in %s", date, minute, zone)
            .isEqualTo(nanos(expected.toInstant()));
      }
      assertThat(days.toEpochNanos(day.toEpochDay(), LocalDays.DAY_NANOS))
          .isEqualTo(nanos(day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant()));
    }
  }

  @Test
  void theHourThatOccursTwiceRunsOn() {
    LocalDays days = new LocalDays(NEW_YORK);
    long day = LocalDate.parse("2014-11-02").toEpochDay();
    long half = 5_400_000_000_000L;
    long first = days.toEpochNanos(day, half);
    long wrapped = days.toEpochNanos(day, half - 1_000_000_000L);
    assertThat(wrapped - first).isEqualTo(3_599_000_000_000L);
  }

  @Test
  void countsMeanWhatTheirNameSays() {
    for (TimeBase base : TimeBase.values()) {
      if (base.isText()) {
        continue;
      }
      TimeColumn times = new TimeColumn(base, base.column(), NEW_YORK);
      times.date(LocalDate.parse("2014-05-08"));
      long midnight = nanos(Instant.parse("2014-05-08T04:00:00Z"));
      if (base.isOfDay()) {
        assertThat(times.ofNumber(5)).isEqualTo(midnight + 5);
        assertThat(times.ofNumber(-1)).isEqualTo(TimeColumn.NONE);
        assertThat(times.ofNumber(LocalDays.DAY_NANOS)).isEqualTo(midnight + LocalDays.DAY_NANOS);
        assertThat(times.ofNumber(LocalDays.DAY_NANOS + 1)).isEqualTo(TimeColumn.NONE);
      } else {
        assertThat(times.ofNumber(midnight)).isEqualTo(midnight);
        assertThat(times.ofNumber(1_399_507_217_007_000L)).isEqualTo(TimeColumn.NONE);
        assertThat(times.ofNumber(Long.MAX_VALUE)).isEqualTo(TimeColumn.NONE);
      }
    }
    assertThat(TimeBase.MILLIS_OF_DAY.exponent()).isEqualTo(6);
    assertThat(TimeBase.EPOCH_SECONDS.exponent()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "dd.MM.yyyy HH:mm:ss, 08.05.2014 09:30:01, 2014-05-08T13:30:01Z",
    "yyyyMMdd HH:mm, 20140508 09:30, 2014-05-08T13:30:00Z",
    "MM/dd/yy, 05/08/14, 2014-05-08T04:00:00Z",
    "d MMM yyyy h:mm a, 8 may 2014 9:30 am, 2014-05-08T13:30:00Z",
    "yyyy-MM-dd HH:mm:ssXXX, 2014-05-08 09:30:00+02:00, 2014-05-08T07:30:00Z"
  })
  void patternsAreRead(String pattern, String written, Instant expected) {
    TimeColumn times = new TimeColumn(TimeBase.PATTERN, pattern, NEW_YORK);
    assertThat(read(times, written)).isEqualTo(nanos(expected));
    assertThat(read(times, "rubbish")).isEqualTo(TimeColumn.NONE);
    assertThat(DateTimeFormatter.ofPattern(pattern)).isNotNull();
  }

  @Test
  void aPatternThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new TimeColumn(TimeBase.PATTERN, "yyyybb", NEW_YORK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'yyyybb'");
  }
}
