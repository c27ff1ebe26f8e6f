package io.headgate.data.replay.internal.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what stands in the time column into UTC nanoseconds since 1970. */
final class TimeColumn {

  /** Says that a number or a text is no time. */
  static final long NONE = TextTime.NONE;

  /** Earlier than that, a number most likely counts another unit. */
  private static final long EARLIEST = LocalDate.of(1901, 1, 1).toEpochDay() * LocalDays.DAY_NANOS;

  private static final long EARLIEST_COUNTED =
      LocalDate.of(1971, 1, 1).toEpochDay() * LocalDays.DAY_NANOS;
  private static final long LATEST = LocalDate.of(2200, 1, 1).toEpochDay() * LocalDays.DAY_NANOS;

  private final TimeBase base;
  private final LocalDays days;
  private final TextTime text;
  private final @Nullable DateTimeFormatter pattern;
  private long epochDay;

  /**
   * A reader of times.
   *
   * @param name the column as it was named: a pattern, where the base is one
   * @throws IllegalArgumentException if that is no pattern of a date and time
   */
  TimeColumn(TimeBase base, String name, ZoneId zone) {
    this.base = base;
    this.days = new LocalDays(zone);
    this.text = new TextTime(days);
    this.pattern = base == TimeBase.PATTERN ? formatter(name) : null;
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.SMART);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "columns: '%s' is neither a known name nor a pattern such as yyyyMMdd HH:mm (%s)"
              .formatted(pattern, e.getMessage()),
          e);
    }
  }

  /** Tells the local date for times of day. */
  void date(LocalDate date) {
    epochDay = date.toEpochDay();
  }

  boolean isText() {
    return base.isText();
  }

  /** A number counts ten to this power of nanoseconds. */
  int exponent() {
    return base.exponent();
  }

  /**
   * The time that a number means.
   *
   * @param nanos the number, turned into nanoseconds
   * @return UTC nanoseconds since 1970, or {@link #NONE} if it is out of range
   */
  long ofNumber(long nanos) {
    if (base.isOfDay()) {
      boolean inside = nanos >= 0 && nanos <= LocalDays.DAY_NANOS;
      return inside ? days.toEpochNanos(epochDay, nanos) : NONE;
    }
    return nanos >= EARLIEST_COUNTED && nanos < LATEST ? nanos : NONE;
  }

  /**
   * The time that a text means.
   *
   * @return UTC nanoseconds since 1970, or {@link #NONE} if it is no time or out of range
   */
  long ofText(byte[] bytes, int from, int to) {
    long nanos =
        pattern == null
            ? text.parse(bytes, from, to)
            : ofPattern(
                pattern,
                new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8));
    return nanos >= EARLIEST && nanos < LATEST ? nanos : NONE;
  }

  private long ofPattern(DateTimeFormatter formatter, String written) {
    try {
      TemporalAccessor found = formatter.parse(written.trim());
      if (found.isSupported(ChronoField.INSTANT_SECONDS)) {
        Instant instant = Instant.from(found);
        return Math.addExact(
            Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
      }
      LocalTime time = found.query(TemporalQueries.localTime());
      long ofDay = time == null ? 0 : time.toNanoOfDay();
      long day = LocalDate.from(found).toEpochDay();
      return Math.abs(day) > 100_000 ? NONE : days.toEpochNanos(day, ofDay);
    } catch (DateTimeException | ArithmeticException e) {
      return NONE;
    }
  }
}
