package io.headgate.rest.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** UTC nanoseconds since 1970 as ISO 8601 text and back. */
public final class Times {

  private static final long NANOS = 1_000_000_000L;
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** The moment in UTC with nine decimals; null for 0 and for the ends of time. */
  public static @Nullable String iso(long epochNanos) {
    if (epochNanos == 0 || epochNanos == Long.MIN_VALUE || epochNanos == Long.MAX_VALUE) {
      return null;
    }
    return ISO.format(
        Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS)));
  }

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
