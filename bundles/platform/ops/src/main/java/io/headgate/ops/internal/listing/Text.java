package io.headgate.ops.internal.listing;

import java.time.Instant;

/** How ops read a value. */
final class Text {

  private static final long NANOS = 1_000_000_000L;

  private Text() {}

  /** ISO-8601 of UTC nanoseconds; empty for 0 and for the ends of time. */
  static String time(long epochNanos) {
    if (epochNanos == 0 || epochNanos == Long.MIN_VALUE || epochNanos == Long.MAX_VALUE) {
      return "";
    }
    return Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS))
        .toString();
  }

  /** Microseconds with one decimal. */
  static String micros(long nanos) {
    return "%.1f".formatted(nanos / 1_000.0);
  }
}
