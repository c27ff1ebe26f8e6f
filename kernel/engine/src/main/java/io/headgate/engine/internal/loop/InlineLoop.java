package io.headgate.engine.internal.loop;

import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Runs everything on the caller's thread, with time that follows the events: same input, same order
 * of tasks, same result. Engine and connectors share one such loop in a replay.
 */
public final class InlineLoop implements EventLoop {

  private final EventClock clock;
  private final TimerQueue timers = new TimerQueue();
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final Consumer<Throwable> onFailure;
  private boolean running;

  /**
   * @param machine for durations only
   * @param onFailure told of every throwable that a task lets escape; the loop goes on
   */
  public InlineLoop(Clock machine, Consumer<Throwable> onFailure) {
    this.clock = new EventClock(machine);
    this.onFailure = onFailure;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Timers timers() {
    return timers;
  }

  @Override
  public boolean inLoop() {
    return Thread.holdsLock(this);
  }

  @Override
  public void urgent(Runnable task) {
    synchronized (this) {
      tasks.add(task);
      if (!running) {
        drainTasks();
      }
    }
  }

  @Override
  public boolean offer(Runnable task) {
    urgent(task);
    return true;
  }

  /** Sets the clock to the first event, once; no timer is due before it. */
  public boolean beginAt(long epochNanos) {
    synchronized (this) {
      boolean first = clock.epochNanos() == 0;
      if (first) {
        clock.advanceTo(epochNanos);
      }
      return first;
    }
  }

  /** Lets time pass to a moment: every timer due by then runs at its own time, in order. */
  public void advanceTo(long epochNanos) {
    synchronized (this) {
      while (timers.nextTime() <= epochNanos) {
        clock.advanceTo(timers.nextTime());
        tasks.add(timers.take());
        drainTasks();
      }
      clock.advanceTo(epochNanos);
    }
  }

  private void drainTasks() {
    running = true;
    try {
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        try {
          task.run();
        } catch (Throwable failure) {
          onFailure.accept(failure);
        }
      }
    } finally {
      running = false;
    }
  }
}
