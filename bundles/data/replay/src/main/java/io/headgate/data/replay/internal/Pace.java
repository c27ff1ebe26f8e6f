package io.headgate.data.replay.internal;

import io.headgate.spi.time.Clock;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes a feed wait until an event is due, and ends the wait when the feed is to halt. The thread
 * is never interrupted: in a replay the engine runs on it, and an interrupt would close the files
 * that it is writing.
 */
final class Pace {

  /** Looks at the clock again at least so often, so that a clock that is moved by hand works. */
  private static final long LONGEST_WAIT_NANOS = 20_000_000L;

  private final Clock clock;
  private final double speed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition halting = lock.newCondition();
  private volatile boolean halted;
  private boolean begun;
  private long firstEvent;
  private long began;

  /**
   * A pace that begins with the first event.
   *
   * @param speed how many times as fast as recorded; infinite for no wait at all
   */
  Pace(Clock clock, double speed) {
    this.clock = clock;
    this.speed = speed;
  }

  /** Nanoseconds until an event is due; 0 or less if it is. */
  long left(long tsEvent) {
    if (speed == Double.POSITIVE_INFINITY) {
      return 0;
    }
    long now = clock.monotonicNanos();
    if (!begun) {
      begun = true;
      firstEvent = tsEvent;
      began = now;
    }
    return began + (long) ((tsEvent - firstEvent) / speed) - now;
  }

  /** Waits until an event is due, or the feed is to halt. */
  void await(long tsEvent) {
    lock.lock();
    try {
      long left = left(tsEvent);
      while (left > 0 && !halted) {
        long ignored = halting.awaitNanos(Math.min(left, LONGEST_WAIT_NANOS));
        left = left(tsEvent);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      halted = true;
    } finally {
      lock.unlock();
    }
  }

  void halt() {
    lock.lock();
    try {
      halted = true;
      halting.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean halted() {
    return halted;
  }
}
