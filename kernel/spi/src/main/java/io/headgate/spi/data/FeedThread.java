package io.headgate.spi.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The start and stop of a {@link DataAdapter}: one run at a time, each on a thread of its own.
 * Keeps the adapter's side of the contract: a start while a run goes on changes nothing, a run that
 * has ended can be followed by the next at once, after a stop nothing more is delivered, and the
 * sink may itself stop the feed that calls it. Safe from every thread.
 *
 * @param <R> a run
 */
public final class FeedThread<R extends FeedThread.Run> {

  /** One run of a feed into a sink; {@code run} returns when it has ended. */
  public interface Run extends Runnable {

    /**
     * Asks the run to end after the call into the sink that is under way. The thread is not
     * interrupted: in a replay the engine runs on it, and an interrupt would close the files that
     * it is writing.
     */
    void halt();

    /** Whether it was halted, or has said that it is done; its thread may need a moment more. */
    boolean isOver();
  }

  private final String threadName;
  private final Object lifeCycle = new Object();
  private volatile @Nullable R latest;
  private volatile @Nullable Thread thread;

  /**
   * @param threadName name of the threads that carry the runs
   */
  public FeedThread(String threadName) {
    this.threadName = threadName;
  }

  /**
   * Begins a run, unless one goes on.
   *
   * @param next makes the run; what it throws leaves everything as it was
   */
  public void start(Supplier<? extends R> next) {
    synchronized (lifeCycle) {
      R last = latest;
      Thread runner = thread;
      if (last != null && runner != null && runner.isAlive() && !last.isOver()) {
        return;
      }
      awaitEnd();
      R run = next.get();
      Thread fresh = new Thread(run, threadName);
      fresh.setDaemon(true);
      latest = run;
      thread = fresh;
      fresh.start();
    }
  }

  /**
   * Ends the run that goes on; returns when its last call into the sink has. Called from inside
   * that call, it returns at once, and the run ends when the call does.
   */
  public void stop() {
    R running = latest;
    if (running != null) {
      running.halt();
    }
    if (Thread.currentThread() != thread) {
      synchronized (lifeCycle) {
        haltAndAwait();
      }
    }
  }

  /** Ends the run that goes on, changes something, and lets no start come between. */
  public void change(Runnable change) {
    synchronized (lifeCycle) {
      haltAndAwait();
      change.run();
    }
  }

  /** The run that goes on, or was the last; null before the first. */
  public @Nullable R latest() {
    return latest;
  }

  private void haltAndAwait() {
    R running = latest;
    if (running != null) {
      running.halt();
    }
    awaitEnd();
  }

  /** Waits through interrupts, and passes them on. */
  private void awaitEnd() {
    Thread runner = thread;
    if (runner == Thread.currentThread()) {
      throw new IllegalStateException("a feed cannot wait for its own thread: " + threadName);
    }
    boolean interrupted = false;
    while (runner != null && runner.isAlive()) {
      try {
        runner.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
