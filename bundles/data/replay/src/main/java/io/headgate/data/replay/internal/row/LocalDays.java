package io.headgate.data.replay.internal.row;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * Wall-clock times of a zone as UTC, fast for many times of the same day. A time that a zone skips
 * is moved on by the gap; of a time that occurs twice, the first is taken unless a row before was
 * later. Not safe for use by several threads.
 */
final class LocalDays {

  private static final long NANOS = 1_000_000_000L;
  static final long DAY_NANOS = 86_400 * NANOS;

  private final ZoneId zone;
  private long day = Long.MIN_VALUE;
  private long midnight;
  private boolean even;
  private long last = Long.MIN_VALUE;

  LocalDays(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * UTC nanoseconds since 1970.
   *
   * @param epochDay local date, days since 1970-01-01
   * @param nanosOfDay wall-clock time, 0 to 24 h
   */
  long toEpochNanos(long epochDay, long nanosOfDay) {
    if (nanosOfDay == DAY_NANOS) {
      return toEpochNanos(epochDay + 1, 0);
    }
    if (epochDay != day) {
      turnTo(epochDay);
    }
    last = even ? midnight + nanosOfDay : uneven(epochDay, nanosOfDay);
    return last;
  }

  private void turnTo(long epochDay) {
    LocalDateTime start = LocalDate.ofEpochDay(epochDay).atStartOfDay();
    ZoneOffset offset = zone.getRules().getOffset(start);
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(start.minusHours(3).toInstant(offset));
    day = epochDay;
    midnight = start.toEpochSecond(offset) * NANOS;
    even = next == null || !next.getInstant().isBefore(start.plusHours(27).toInstant(offset));
  }

  private long uneven(long epochDay, long nanosOfDay) {
    ZonedDateTime time =
        LocalDate.ofEpochDay(epochDay).atTime(LocalTime.ofNanoOfDay(nanosOfDay)).atZone(zone);
    long nanos = time.toEpochSecond() * NANOS + time.getNano();
    if (nanos < last) {
      ZonedDateTime later = time.withLaterOffsetAtOverlap();
      nanos = later.toEpochSecond() * NANOS + later.getNano();
    }
    return nanos;
  }
}
