package io.headgate.limits.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the two date columns are read: a date in UTC, or a moment, or nothing for always. */
enum EffectiveDate {
  /** Begins with the day. */
  FROM("effectiveFrom", Long.MIN_VALUE, 0),
  /** A date is the last day on which the row is in force, a moment the first at which it is not. */
  TO("effectiveTo", Long.MAX_VALUE, 1);

  private static final long NANOS = 1_000_000_000L;

  /** Spreadsheets write a moment with a blank, and some a date with strokes or points. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})((?:[ T].*)?)");

  private static final Pattern WITH_POINTS =
      Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})((?: .*)?)");

  private static final Pattern MONTH_SOMEWHERE =
      Pattern.compile("[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4}(?: .*)?");

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

  /** As ISO 8601 has it, where day and month are where every country has them. */
  private static String iso(String text) {
    Matcher date = YEAR_FIRST.matcher(text);
    boolean yearFirst = date.matches();
    if (!yearFirst) {
      date = WITH_POINTS.matcher(text);
      if (!date.matches()) {
        return text;
      }
    }
    String month = date.group(2);
    String day = date.group(yearFirst ? 3 : 1);
    return "%s-%2s-%2s".formatted(date.group(yearFirst ? 1 : 3), month, day).replace(' ', '0')
        + date.group(4).replaceFirst("^ (?=[0-9])", "T");
  }

  /** UTC nanoseconds since 1970; what always means, if there is a fault. */
  long read(String text, Faults faults) {
    if (text.isEmpty()) {
      return always;
    }
    String plain = iso(text);
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
          (MONTH_SOMEWHERE.matcher(text).matches()
                  ? "which of its numbers is the month differs between countries: "
                  : "correct the date: ")
              + "in a spreadsheet, give its column the format yyyy-mm-dd, and a moment"
              + " its zone (Z for UTC)");
      return always;
    }
  }
}
