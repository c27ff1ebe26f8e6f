package io.headgate.state.hazelcast.internal;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import io.headgate.model.position.PositionKey;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that talks to the cluster: starts Hazelcast, sends what waits, compares from time
 * to time, and begins again when anything fails. Nobody waits for it.
 */
final class ClusterThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterThread.class);
  private static final int SENT_AT_ONCE = 64;
  private static final long LOOK_NANOS = 200_000_000L;
  private static final long LONGEST_WAIT_MILLIS = 60_000;
  private static final long CLOSE_MILLIS = 10_000;

  private final String node;
  private final StateSettings settings;
  private final ShareTable table;
  private final Outbox outbox;
  private final BoardTable board;
  private final ClusterWatch watch;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Sharing sharing;

  ClusterThread(
      String node,
      StateSettings settings,
      ShareTable table,
      Outbox outbox,
      BoardTable board,
      ClusterWatch watch) {
    this.node = node;
    this.settings = settings;
    this.table = table;
    this.outbox = outbox;
    this.board = board;
    this.watch = watch;
    this.thread = new Thread(this::run, "headgate-state");
    thread.setDaemon(true);
    thread.setContextClassLoader(new TwoLoaders());
  }

  void start() {
    thread.start();
  }

  /** The connection, or null while there is none. */
  @Nullable Sharing sharing() {
    return sharing;
  }

  private void run() {
    long wait = settings.timing().retryMillis();
    while (!isClosing()) {
      try {
        Sharing fresh = connect();
        wait = settings.timing().retryMillis();
        share(fresh);
      } catch (RuntimeException | LinkageError e) {
        watch.health().failed(e);
      } finally {
        letGo();
      }
      pause(wait);
      wait = Math.min(2 * wait, Math.max(wait, LONGEST_WAIT_MILLIS));
    }
  }

  private Sharing connect() {
    long begin = System.nanoTime();
    HazelcastInstance hazelcast =
        Hazelcast.newHazelcastInstance(
            HazelcastConfigs.of(node, settings, thread.getContextClassLoader()));
    Sharing fresh =
        new Sharing(
            hazelcast,
            table,
            outbox,
            new BoardSharing(hazelcast, board),
            watch.health()::connected);
    sharing = fresh;
    LOG.info(
        "Shared positions: {} of cluster {} on {}:{}, connected in {} ms: {}",
        node,
        settings.clusterName(),
        settings.bindAddress(),
        settings.port(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
        fresh.members());
    return fresh;
  }

  private void share(Sharing current) {
    long compared = System.nanoTime();
    while (!isClosing()) {
      if (!current.isRunning()) {
        throw new HazelcastInstanceNotActiveException("Hazelcast has stopped by itself");
      }
      long now = System.nanoTime();
      boolean due =
          now - compared >= TimeUnit.MILLISECONDS.toNanos(settings.timing().reconcileMillis());
      if (current.takeStale() || due) {
        compared = now;
        compare(current);
      }
      watch.health().connected(current.members());
      send(current);
      current.board().send();
    }
  }

  private void compare(Sharing current) {
    try {
      current.reconcile();
      current.board().reconcile();
      watch.imposter().look();
    } catch (HazelcastException e) {
      current.makeStale();
      LOG.warn("Shared positions could not be compared and will be again: {}", e.toString());
      pause(LOOK_NANOS / 1_000_000);
    }
  }

  private void send(Sharing current) {
    List<PositionKey> keys = outbox.take(SENT_AT_ONCE, LOOK_NANOS);
    if (keys.isEmpty()) {
      return;
    }
    try {
      current.send(keys);
    } catch (ExecutionException | TimeoutException | HazelcastException e) {
      keys.forEach(outbox::add);
      LOG.warn("{} positions could not be shared and will be again: {}", keys.size(), e.toString());
      pause(LOOK_NANOS / 1_000_000);
    } catch (InterruptedException e) {
      keys.forEach(outbox::add);
      Thread.currentThread().interrupt();
    }
  }

  private void letGo() {
    Sharing old = sharing;
    sharing = null;
    if (old != null) {
      try {
        old.close();
      } catch (RuntimeException e) {
        LOG.warn("Hazelcast did not stop cleanly: {}", e.toString());
      }
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(long millis) {
    try {
      if (closing.await(millis, TimeUnit.MILLISECONDS)) {
        LOG.debug("The shared positions end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it; waits, because Hazelcast hands its data on and takes an interruption badly. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
