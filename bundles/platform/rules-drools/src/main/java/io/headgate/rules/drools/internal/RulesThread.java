package io.headgate.rules.drools.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread that reads, compiles and looks at rules, at the lowest priority. */
final class RulesThread {

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(RulesThread::thread);

  // Correctness does not rest on the priority; it only leaves the processor to orders where it can.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "headgate-rules");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** Does one thing soon, and another again and again after it, which must not throw. */
  void begin(Runnable first, Runnable look, long millisBetween) {
    executor.execute(first);
    var unused =
        executor.scheduleWithFixedDelay(look, millisBetween, millisBetween, TimeUnit.MILLISECONDS);
  }

  /**
   * Does something on this thread, and waits for it.
   *
   * @throws ExecutionException if it threw
   * @throws IllegalStateException if nobody knows what came of it, or it is not done any more
   */
  void await(Callable<Void> work) throws ExecutionException {
    try {
      executor.submit(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; rule:status tells what serves", e);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the rules are being stopped", e);
    }
  }

  /** Takes nothing any more, and interrupts what is being done. */
  void stop() {
    executor.shutdownNow();
  }

  /**
   * Waits for what was being done.
   *
   * @throws IllegalStateException if it takes longer
   */
  void awaitStop(long seconds) {
    try {
      if (!executor.awaitTermination(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException("rules are still being compiled after " + seconds + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
