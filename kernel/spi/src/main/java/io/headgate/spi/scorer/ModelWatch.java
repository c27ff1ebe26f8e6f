package io.headgate.spi.scorer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at a model's files again and again, on a thread of its own. */
public final class ModelWatch implements AutoCloseable {

  private final ScheduledExecutorService thread;

  /**
   * Begins to look.
   *
   * @param threadName name of the thread
   * @param everyMillis pause between two looks, at least 1
   * @param look what to do; what it throws is lost, so it should not
   */
  public ModelWatch(String threadName, long everyMillis, Runnable look) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread fresh = new Thread(task, threadName);
              fresh.setDaemon(true);
              return fresh;
            });
    var unused =
        thread.scheduleWithFixedDelay(look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  /** Ends it; waits five seconds at most for the look that is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
