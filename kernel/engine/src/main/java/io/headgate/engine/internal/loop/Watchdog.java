package io.headgate.engine.internal.loop;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees a live loop whose task does not end, and says so once for each such task (invariant I4). */
public final class Watchdog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final LiveLoop loop;
  private final long limitNanos;
  private final Consumer<String> onHang;
  private final ScheduledExecutorService timer;
  private boolean hanging;

  /**
   * @param limitMillis longest time that a task may take
   * @param onHang called, on the watchdog's thread, with what the loop is doing
   */
  public Watchdog(LiveLoop loop, long limitMillis, Consumer<String> onHang) {
    this.loop = loop;
    this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
    this.onHang = onHang;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, loop + "-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(10, limitMillis / 4);
    var unused = timer.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  /** Whatever it meets, it looks again: one that threw would never be called any more. */
  private void look() {
    try {
      boolean stuck = loop.busyNanos() > limitNanos;
      boolean first = stuck && !hanging;
      hanging = stuck;
      if (first) {
        onHang.accept(
            "%s has been in one task for more than %d ms%s"
                .formatted(loop, TimeUnit.NANOSECONDS.toMillis(limitNanos), trace()));
      }
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  private String trace() {
    try {
      return loop.stackTrace();
    } catch (RuntimeException | Error unreadable) {
      return "; its stack cannot be read: " + unreadable;
    }
  }

  private static void tell(Throwable failure) {
    try {
      LOG.error("the watchdog of the order loop failed, and goes on", failure);
    } catch (RuntimeException | Error untold) {
      untold.addSuppressed(failure);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
