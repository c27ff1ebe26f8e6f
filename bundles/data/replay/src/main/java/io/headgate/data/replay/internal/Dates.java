package io.headgate.data.replay.internal;

import io.headgate.data.replay.internal.file.FileFailure;
import io.headgate.data.replay.internal.file.RecordedFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the date of times of day comes from.
 *
 * @param fixed one date for all files; null where names tell it, or where none is needed
 * @param byName whether the entry's or the file's name tells it
 */
record Dates(@Nullable LocalDate fixed, boolean byName) {

  private static final Pattern IN_NAME =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)-?(\\d\\d)-?(\\d\\d)(?!\\d)");

  /**
   * Reads a date, or {@code fileName}.
   *
   * @throws IllegalArgumentException if one is needed and it is neither
   */
  static Dates parse(String text, boolean needed) {
    String trimmed = text.trim();
    if (!needed) {
      return new Dates(null, false);
    }
    if (trimmed.equalsIgnoreCase("fileName")) {
      return new Dates(null, true);
    }
    try {
      return new Dates(LocalDate.parse(trimmed), false);
    } catch (DateTimeException e) {
      throw CfgFile.wrong(
          "date",
          text,
          "a date such as 2014-05-08, because the columns count from midnight, or fileName for the"
              + " date in each name");
    }
  }

  /**
   * The date of a file's current part, or null where none is needed.
   *
   * @throws FileFailure if its name should tell the date and does not
   */
  @Nullable LocalDate of(RecordedFile file, String fileName) throws FileFailure {
    if (!byName) {
      return fixed;
    }
    LocalDate date = inName(file.part());
    LocalDate found = date == null ? inName(fileName) : date;
    if (found == null) {
      throw new FileFailure(
          "%s has no date such as 20140508 in its name; set 'date' to it".formatted(file.place()));
    }
    return found;
  }

  private static @Nullable LocalDate inName(String name) {
    Matcher matcher = IN_NAME.matcher(name);
    while (matcher.find()) {
      int month = number(matcher, 2);
      int day = number(matcher, 3);
      if (month >= 1 && month <= 12) {
        YearMonth of = YearMonth.of(number(matcher, 1), month);
        if (of.isValidDay(day)) {
          return of.atDay(day);
        }
      }
    }
    return null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
