package io.headgate.engine.internal.loop;

import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import java.util.ArrayDeque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread with three bounded queues, served in this order: urgent (nothing may be lost: the caller
 * waits), normal (refused when full) and bulk (market data: the caller waits, or the oldest goes).
 * What its own tasks and timers ask for goes first, but never keeps the others waiting for ever.
 */
public final class LiveLoop implements EventLoop, AutoCloseable {

  /** Reports, controls and queries waiting at most; beyond it their senders wait. */
  private static final int URGENT_CAPACITY = 65_536;

  /**
   * Urgent and normal tasks in a row before bulk gets a turn, so that orders cannot starve data.
   */
  private static final int TURN = 64;

  /** Own tasks in a row before one from outside gets a turn. */
  private static final int OWN_TURN = 8;

  private static final long MAX_PARK_NANOS = 50_000_000L;

  private final Clock clock;
  private final Consumer<Throwable> onFailure;
  private final TimerQueue timers = new TimerQueue();
  private final ArrayDeque<Runnable> own = new ArrayDeque<>();
  private final ArrayBlockingQueue<Runnable> urgent = new ArrayBlockingQueue<>(URGENT_CAPACITY);
  private final ArrayBlockingQueue<Runnable> normal;
  private final ArrayBlockingQueue<Runnable> bulk;
  private final Thread thread;
  private volatile boolean parked;
  private volatile boolean working;
  private volatile boolean stopped;
  private volatile long busySince;

  /**
   * @param onFailure told of every throwable that a task lets escape; the loop goes on
   */
  public LiveLoop(
      String name,
      Clock clock,
      int normalCapacity,
      int bulkCapacity,
      Consumer<Throwable> onFailure) {
    this.clock = clock;
    this.onFailure = onFailure;
    this.normal = new ArrayBlockingQueue<>(normalCapacity);
    this.bulk = new ArrayBlockingQueue<>(bulkCapacity);
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
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
    return Thread.currentThread() == thread;
  }

  @Override
  public void urgent(Runnable task) {
    if (inLoop()) {
      own.add(task);
      return;
    }
    put(urgent, task);
  }

  @Override
  public boolean offer(Runnable task) {
    if (inLoop()) {
      own.add(task);
      return true;
    }
    if (stopped || !normal.offer(task)) {
      return false;
    }
    wake();
    return true;
  }

  /** Adds market data; the caller waits while the bulk queue is full. */
  public void bulk(Runnable task) {
    put(bulk, task);
  }

  /** Adds market data; when the bulk queue is full the oldest goes (a view, not a log). */
  public void bulkLatest(Runnable task) {
    while (!stopped && !bulk.offer(task)) {
      bulk.poll();
    }
    wake();
  }

  private void put(ArrayBlockingQueue<Runnable> queue, Runnable task) {
    try {
      while (!stopped && !queue.offer(task, 100, TimeUnit.MILLISECONDS)) {
        wake();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
    }
    if (stopped) {
      throw new IllegalStateException(thread.getName() + " has stopped");
    }
    wake();
  }

  private void wake() {
    if (parked) {
      LockSupport.unpark(thread);
    }
  }

  /** Whether nothing waits and nothing runs, timers aside. */
  public boolean isIdle() {
    return !working && urgent.isEmpty() && normal.isEmpty() && bulk.isEmpty();
  }

  /** How long the present task has been running, nanoseconds; 0 between tasks. */
  public long busyNanos() {
    long since = busySince;
    return since == 0 ? 0 : Math.max(0, clock.monotonicNanos() - since);
  }

  private void run() {
    while (!stopped) {
      working = true;
      boolean worked = runTimers();
      worked |= runTasks();
      Runnable data = bulk.poll();
      if (data != null) {
        runOne(data);
        worked = true;
      }
      if (!worked) {
        await();
      }
    }
  }

  /** A task that asks for another at once, without end, leaves the others every ninth turn. */
  private boolean runTasks() {
    int left = TURN;
    while (left > 0) {
      int before = left;
      for (int i = Math.min(own.size(), OWN_TURN); i > 0; i--) {
        runOne(own.remove());
        left--;
      }
      Runnable task = urgent.poll();
      if (task == null) {
        task = normal.poll();
      }
      if (task != null) {
        runOne(task);
        left--;
      }
      if (left == before) {
        break;
      }
    }
    return left < TURN;
  }

  /** Not more than a turn: a timer that is set anew to now would never let go. */
  private boolean runTimers() {
    int ran = 0;
    while (ran < TURN && timers.nextTime() <= clock.epochNanos()) {
      runOne(timers.take());
      ran++;
    }
    return ran > 0;
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void runOne(Runnable task) {
    busySince = Math.max(1, clock.monotonicNanos());
    try {
      task.run();
    } catch (Throwable failure) {
      onFailure.accept(failure);
    } finally {
      busySince = 0;
    }
  }

  private void await() {
    parked = true;
    try {
      if (own.isEmpty() && urgent.isEmpty() && normal.isEmpty() && bulk.isEmpty() && !stopped) {
        long next = timers.nextTime();
        long wait =
            next == TimerQueue.NEVER
                ? MAX_PARK_NANOS
                : Math.min(MAX_PARK_NANOS, next - clock.epochNanos());
        if (wait > 0) {
          working = false;
          LockSupport.parkNanos(this, wait);
        }
      }
    } finally {
      parked = false;
    }
  }

  /** Ends the thread after its present task; what still waits is dropped. */
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    if (!inLoop()) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What a stuck loop is doing, for the log. */
  public String stackTrace() {
    StringBuilder trace = new StringBuilder();
    for (StackTraceElement frame : thread.getStackTrace()) {
      trace.append("\n\tat ").append(frame);
    }
    return trace.toString();
  }

  /** Name of the thread. */
  @Override
  public @Nullable String toString() {
    return thread.getName();
  }
}
