package io.headgate.rest.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** ISO 8601 text as UTC nanoseconds since 1970. */
public final class Times {

  private static final long NANOS = 1_000_000_000L;

  private Times() {}

  /** Reads ISO 8601 with an offset; empty if the text is none or does not fit nanoseconds. */
  public static OptionalLong parse(String text) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return OptionalLong.of(
          Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano()));
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
