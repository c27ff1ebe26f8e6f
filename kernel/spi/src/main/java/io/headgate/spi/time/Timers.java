package io.headgate.spi.time;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs tasks later, by the injected clock, on the thread of the plug-in that asked: a plug-in's
 * callbacks and timers never run at the same time.
 */
@ProviderType
public interface Timers {

  /**
   * Runs a task once.
   *
   * @param atEpochNanos when, UTC nanoseconds since 1970; a past time means as soon as possible.
   *     Tasks of the same time run in the order in which they were scheduled
   * @param task what; an exception counts as a failure of the plug-in
   * @return a handle that takes it back
   */
  Timer schedule(long atEpochNanos, Runnable task);

  /** A scheduled task. */
  @ProviderType
  interface Timer {
    /** Takes the task back, if it has not run yet. */
    void cancel();
  }
}
