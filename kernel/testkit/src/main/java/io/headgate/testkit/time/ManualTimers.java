package io.headgate.testkit.time;

import io.headgate.spi.time.Timers;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Timers that run on the caller's thread when the clock is moved through them: by time, and among
 * the same time in the order in which they were scheduled.
 */
public final class ManualTimers implements Timers {

  private final FixedClock clock;
  private final PriorityQueue<Task> queue =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
  private long scheduled;

  public ManualTimers(FixedClock clock) {
    this.clock = clock;
  }

  @Override
  public Timer schedule(long atEpochNanos, Runnable task) {
    Task entry = new Task(atEpochNanos, scheduled++, task);
    queue.add(entry);
    return () -> queue.remove(entry);
  }

  /** Runs what is due now, including what that schedules for now; returns how many ran. */
  public int runDue() {
    int ran = 0;
    for (Task next = queue.peek();
        next != null && next.at() <= clock.epochNanos();
        next = queue.peek()) {
      queue.remove();
      next.work().run();
      ran++;
    }
    return ran;
  }

  /**
   * Moves the clock to a moment, stopping at every task on the way; returns how many ran.
   *
   * @param epochNanos UTC nanoseconds since 1970, not before the clock
   */
  public int advanceTo(long epochNanos) {
    int ran = runDue();
    for (Task next = queue.peek(); next != null && next.at() <= epochNanos; next = queue.peek()) {
      clock.set(Math.max(next.at(), clock.epochNanos()));
      ran += runDue();
    }
    clock.set(epochNanos);
    return ran;
  }

  /** Moves the clock on, stopping at every task on the way; returns how many ran. */
  public int advance(Duration step) {
    return advanceTo(clock.epochNanos() + step.toNanos());
  }

  /**
   * Moves the clock from task to task until none is left; returns how many ran.
   *
   * @throws IllegalStateException if they do not end after a million
   */
  public int runAll() {
    int ran = 0;
    for (Task next = queue.peek(); next != null; next = queue.peek()) {
      ran += advanceTo(Math.max(next.at(), clock.epochNanos()));
      if (ran > 1_000_000) {
        throw new IllegalStateException("timers schedule each other without end");
      }
    }
    return ran;
  }

  /** Tasks that wait. */
  public int pending() {
    return queue.size();
  }

  private record Task(long at, long number, Runnable work) {}
}
