package io.headgate.access.internal.login;

/**
 * How fast the throttle closes.
 *
 * @param freeFailures with so many failures in a row the waiting begins
 * @param firstDelayMillis the wait after that one; it doubles with each further one
 * @param longestDelayMillis where it stops growing
 */
public record Pace(int freeFailures, long firstDelayMillis, long longestDelayMillis) {

  /** The wait after so many failures in a row, of which so many times the free ones are free. */
  long delayMillis(int failures, int leniency) {
    int over = failures - freeFailures * leniency;
    if (over < 0) {
      return 0;
    }
    return Math.min(longestDelayMillis, firstDelayMillis << Math.min(20, over));
  }
}
