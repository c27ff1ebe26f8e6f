package io.headgate.data.replay.internal.row;

import org.jspecify.annotations.Nullable;

/** What a number or text in the time column counts; named as in the list of columns. */
enum TimeBase {
  MILLIS_OF_DAY("millisOfDay", 6),
  SECONDS_OF_DAY("secondsOfDay", 9),
  EPOCH_SECONDS("epochSeconds", 9),
  EPOCH_MILLIS("epochMillis", 6),
  EPOCH_MICROS("epochMicros", 3),
  EPOCH_NANOS("epochNanos", 0),
  /** ISO-8601 and its common relatives, see {@link TextTime}. */
  TIME("time", -1),
  ISO("iso", -1),
  /** A pattern of {@link java.time.format.DateTimeFormatter}; the column's name is the pattern. */
  PATTERN("yyyyMMdd HH:mm", -1);

  private final String column;
  private final int exponent;

  TimeBase(String column, int exponent) {
    this.column = column;
    this.exponent = exponent;
  }

  /** How the list of columns calls it. */
  String column() {
    return column;
  }

  /** One unit is ten to this power of nanoseconds; -1 for text. */
  int exponent() {
    return exponent;
  }

  boolean isText() {
    return exponent < 0;
  }

  /** Whether it needs to be told the date. */
  boolean isOfDay() {
    return this == MILLIS_OF_DAY || this == SECONDS_OF_DAY;
  }

  static @Nullable TimeBase of(String column) {
    for (TimeBase base : values()) {
      if (base != PATTERN && base.column.equalsIgnoreCase(column)) {
        return base;
      }
    }
    return column.contains("yy") || column.contains("uu") ? PATTERN : null;
  }
}
