package io.headgate.data.replay.internal.row;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads written times, byte by byte: ISO-8601 and its common relatives.
 *
 * <p>{@code 2014-05-08T09:30:00.123456789Z}, {@code 2014-05-08 09:30}, {@code 2014/05/08 09:30:00},
 * {@code 20140508 09:30}, {@code 20140508093000}, {@code 2014-05-08} (midnight), each with {@code
 * Z}, {@code +02:00} or {@code +02} or without (then it is local); and a bare number of 10, 13, 16
 * or 19 digits counts seconds, milli-, micro- or nanoseconds since 1970. Not safe for use by
 * several threads.
 */
final class TextTime {

  /** Says that a text is no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final long NANOS = 1_000_000_000L;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private final LocalDays days;
  private byte[] bytes = {};
  private int at;
  private int end;
  private int lastDate = -1;
  private long lastEpochDay;

  TextTime(LocalDays days) {
    this.days = days;
  }

  /**
   * Reads a time.
   *
   * @return UTC nanoseconds since 1970, or {@link #NONE}
   */
  long parse(byte[] text, int from, int to) {
    bytes = text;
    at = from;
    end = to;
    int width = digitsAhead();
    if (width == to - from && (width == 10 || width == 13 || width == 16 || width == 19)) {
      return sinceEpoch(width);
    }
    long epochDay = date();
    if (epochDay == NONE || at == end) {
      return epochDay == NONE ? NONE : days.toEpochNanos(epochDay, 0);
    }
    boolean separated = peek('T') || peek('t') || peek(' ');
    if (separated) {
      at++;
    }
    long ofDay = timeOfDay();
    return ofDay == NONE ? NONE : withOffset(epochDay, ofDay);
  }

  private int digitsAhead() {
    int to = at;
    while (to < end && isDigit(bytes[to])) {
      to++;
    }
    return to - at;
  }

  private long sinceEpoch(int width) {
    long value = wholeNumber(width);
    for (int decimals = width - 10; decimals < 9; decimals += 3) {
      value *= 1_000;
    }
    return value;
  }

  private long date() {
    int year = digits(4);
    boolean separated = peek('-') || peek('/');
    at += separated ? 1 : 0;
    int month = digits(2);
    if (separated && !(peek('-') || peek('/'))) {
      return NONE;
    }
    at += separated ? 1 : 0;
    int day = digits(2);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || day < 0) {
      return NONE;
    }
    int date = (year * 100 + month) * 100 + day;
    if (date != lastDate) {
      try {
        lastEpochDay = LocalDate.of(year, month, day).toEpochDay();
        lastDate = date;
      } catch (DateTimeException e) {
        return NONE;
      }
    }
    return lastEpochDay;
  }

  private long timeOfDay() {
    int hour = digits(2);
    boolean separated = peek(':');
    at += separated ? 1 : 0;
    int minute = digits(2);
    int second = 0;
    if (peek(':') || (!separated && digitsAhead() > 0)) {
      at += separated ? 1 : 0;
      second = digits(2);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return NONE;
    }
    long fraction = 0;
    if (peek('.') || peek(',')) {
      at++;
      fraction = fraction();
    } else if (!separated && digitsAhead() == 3) {
      fraction = fraction();
    }
    return fraction < 0 ? NONE : (hour * 3_600L + minute * 60L + second) * NANOS + fraction;
  }

  private long fraction() {
    int width = digitsAhead();
    if (width == 0 || width > 9) {
      return NONE;
    }
    long value = wholeNumber(width);
    for (int i = width; i < 9; i++) {
      value *= 10;
    }
    return value;
  }

  private long withOffset(long epochDay, long ofDay) {
    if (at == end) {
      return days.toEpochNanos(epochDay, ofDay);
    }
    long utc = epochDay * LocalDays.DAY_NANOS + ofDay;
    if ((peek('Z') || peek('z')) && at + 1 == end) {
      return utc;
    }
    if (!peek('+') && !peek('-')) {
      return NONE;
    }
    int sign = peek('+') ? 1 : -1;
    at++;
    int hours = digits(2);
    at += peek(':') ? 1 : 0;
    int minutes = at == end ? 0 : digits(2);
    boolean sane = hours >= 0 && hours <= 18 && minutes >= 0 && minutes <= 59 && at == end;
    return sane ? utc - sign * (hours * 3_600L + minutes * 60L) * NANOS : NONE;
  }

  private boolean peek(char expected) {
    return at < end && bytes[at] == expected;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** So many digits as a number; -1, and no step on, if they are not there. */
  private long wholeNumber(int width) {
    if (at + width > end) {
      return -1;
    }
    long value = 0;
    for (int i = at; i < at + width; i++) {
      if (!isDigit(bytes[i])) {
        return -1;
      }
      value = value * 10 + (bytes[i] - '0');
    }
    at += width;
    return value;
  }

  private int digits(int width) {
    return (int) wholeNumber(width);
  }
}
