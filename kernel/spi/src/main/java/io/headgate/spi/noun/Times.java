package io.headgate.spi.noun;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** UTC nanoseconds since 1970 as every face writes them. */
public final class Times {

  private static final long NANOS = 1_000_000_000L;
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** ISO 8601 in UTC with nine decimals; null for 0 and for the ends of time. */
  public static @Nullable String iso(long epochNanos) {
    if (epochNanos == 0 || epochNanos == Long.MIN_VALUE || epochNanos == Long.MAX_VALUE) {
      return null;
    }
    return ISO.format(
        Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS)));
  }
}
