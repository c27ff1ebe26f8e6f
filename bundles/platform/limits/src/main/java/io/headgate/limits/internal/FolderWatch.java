package io.headgate.limits.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a folder again and again, and says when it has changed and come to rest: what is seen
 * must be the same twice, so that a file is not read while it is being saved.
 */
final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final LimitFolder folder;
  private final Runnable changed;
  private final Runnable looked;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "headgate-limits-watch");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable ScheduledFuture<?> polling;
  private String handled;
  private String seen;

  /**
   * @param handled fingerprint of what is known already
   * @param changed called on the watcher's thread
   * @param looked called on the watcher's thread after every look
   */
  FolderWatch(LimitFolder folder, String handled, Runnable changed, Runnable looked) {
    this.folder = folder;
    this.handled = handled;
    this.seen = handled;
    this.changed = changed;
    this.looked = looked;
  }

  void start(long pollMillis) {
    polling =
        executor.scheduleWithFixedDelay(
            this::guarded, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
  }

  private void guarded() {
    try {
      poll();
    } catch (RuntimeException e) {
      LOG.error("Watching {} failed; it is tried again", folder, e);
    }
  }

  /** One look. */
  void poll() {
    String now = folder.fingerprint();
    boolean atRest = now.equals(seen);
    seen = now;
    if (atRest && !now.equals(handled)) {
      handled = now;
      changed.run();
    }
    looked.run();
  }

  @Override
  public void close() {
    if (polling != null) {
      polling.cancel(false);
    }
    executor.shutdownNow();
  }
}
