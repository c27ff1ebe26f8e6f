package io.headgate.limits.internal;

import java.util.Locale;

/**
 * Where something stands in a limit file, and what is wrong there.
 *
 * @param file name of the file
 * @param line from 1; 0 for the file as a whole
 */
record Place(String file, int line) {

  /** Whether the file lists restricted instruments, by its name. */
  boolean isRestrictionList() {
    return file.toLowerCase(Locale.ROOT).startsWith("restricted");
  }

  /** As rows and verdicts name it, for example {@code limits/firm.csv:12}. */
  String source() {
    return line == 0 ? "limits/" + file : "limits/%s:%d".formatted(file, line);
  }

  /** A fault of the file or the line as a whole. */
  String fault(String what) {
    return source() + ": " + what;
  }

  /** A fault of one field. */
  String fault(String column, String found, String expected, String nextStep) {
    return "%s: %s is '%s', expected %s; %s"
        .formatted(source(), column, Visible.shown(found), expected, nextStep);
  }
}
