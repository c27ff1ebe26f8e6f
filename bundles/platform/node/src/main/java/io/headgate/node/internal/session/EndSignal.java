package io.headgate.node.internal.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a session to end: because somebody wants it to, or because its bundle starts again. */
final class EndSignal {

  private final CountDownLatch requested = new CountDownLatch(1);
  private boolean begun;
  private boolean withdrawn;

  /** Somebody wants the session to end: Ctrl-C, a stop of the node. */
  void request() {
    requested.countDown();
  }

  /**
   * The bundle is being stopped while the node goes on. While the container puts its bundles
   * together it may start them anew: a session that still waits for the node then leaves without a
   * trace, and the next instance takes its place.
   */
  synchronized void withdraw() {
    withdrawn = !begun && requested.getCount() > 0;
    requested.countDown();
  }

  /** The session has begun to act on the node. */
  synchronized void begin() {
    begun = true;
  }

  synchronized boolean isWithdrawn() {
    return withdrawn;
  }

  /**
   * Waits.
   *
   * @return whether the end was requested before the time was over
   */
  boolean await(long millis) throws InterruptedException {
    return requested.await(millis, TimeUnit.MILLISECONDS);
  }
}
