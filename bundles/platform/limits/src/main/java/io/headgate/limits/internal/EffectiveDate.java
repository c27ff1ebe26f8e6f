package io.headgate.limits.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** How the two date columns are read: a date in UTC, or a moment, or nothing for always. */
enum EffectiveDate {
  /** Begins with the day. */
  FROM("effectiveFrom", Long.MIN_VALUE, 0),
  /** A date is the last day on which the row is in force, a moment the first at which it is not. */
  TO("effectiveTo", Long.MAX_VALUE, 1);

  private static final long NANOS = 1_000_000_000L;

  private final String column;
  private final long always;
  private final int addedDays;

  EffectiveDate(String column, long always, int addedDays) {
    this.column = column;
    this.always = always;
    this.addedDays = addedDays;
  }

  /** Takes a fault. */
  interface Faults {
    void fault(String column, String expected, String nextStep);
  }

  /** UTC nanoseconds since 1970; what always means, if there is a fault. */
  long read(String text, Faults faults) {
    if (text.isEmpty()) {
      return always;
    }
    // Spreadsheets write a moment with a blank.
    String plain = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T");
    try {
      Instant moment =
          plain.indexOf('T') < 0
              ? LocalDate.parse(plain).plusDays(addedDays).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(plain).toInstant();
      return Math.addExact(
          Math.multiplyExact(moment.getEpochSecond(), NANOS), (long) moment.getNano());
    } catch (DateTimeException | ArithmeticException e) {
      faults.fault(
          column,
          "a date such as 2026-01-31, a moment such as 2026-01-31T17:00:00Z (up to the year 2262),"
              + " or nothing",
          "correct the date: in a spreadsheet, give its column the format yyyy-mm-dd, and a moment"
              + " its zone (Z for UTC)");
      return always;
    }
  }
}
