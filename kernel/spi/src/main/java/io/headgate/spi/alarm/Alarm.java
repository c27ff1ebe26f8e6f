package io.headgate.spi.alarm;

/**
 * Something that a person must look at.
 *
 * @param key what it is about, the same for the same trouble, for example {@code rules.load}
 * @param level how bad
 * @param text what was found and the next step
 * @param raised when first raised, UTC nanoseconds since 1970
 * @param count how often it was raised since then
 * @param acknowledgedBy login of who has acknowledged it; empty before
 * @param active false once cleared
 */
public record Alarm(
    String key,
    Level level,
    String text,
    long raised,
    int count,
    String acknowledgedBy,
    boolean active) {

  /** How bad. */
  public enum Level {
    /** Degraded. */
    WARNING,
    /** A person must act. */
    CRITICAL
  }
}
