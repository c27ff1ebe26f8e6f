package io.headgate.ops.internal.command.candidate;

import java.time.DateTimeException;
import java.time.Instant;

/** Moments as they are typed. */
public final class Moments {

  private static final long NANOS = 1_000_000_000L;

  private Moments() {}

  /**
   * UTC nanoseconds since 1970.
   *
   * @param name what was typed for, as it stands in a message
   * @throws IllegalArgumentException if it is no moment
   */
  public static long parse(String name, String text) {
    try {
      Instant moment = Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
      return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s is '%s', expected a day such as 2030-01-31 or a moment in UTC such as"
                  .formatted(name, text)
              + " 2030-01-31T08:00:00Z",
          e);
    }
  }
}
