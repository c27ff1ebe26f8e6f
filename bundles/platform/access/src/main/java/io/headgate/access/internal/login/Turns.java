package io.headgate.access.internal.login;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few passwords at a time for each user: guesses are counted before the next ones are looked at,
 * also when many are made at once. Users may share turns by chance; that costs them the time of a
 * hash.
 */
final class Turns {

  /** Passwords of one user that are looked at at the same time. */
  static final int AT_ONCE = 3;

  /** The longest wait; long enough for whoever is right, also on a node that has much to do. */
  static final long PATIENCE_SECONDS = 15;

  private static final int STRIPES = 64;

  private final Semaphore[] stripes = new Semaphore[STRIPES];

  Turns() {
    Arrays.setAll(stripes, i -> new Semaphore(AT_ONCE, true));
  }

  /** Waits for the turn; false if it did not come in time. Who has it must give it back. */
  boolean take(String user) {
    try {
      return stripe(user).tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void giveBack(String user) {
    stripe(user).release();
  }

  private Semaphore stripe(String user) {
    return stripes[Math.floorMod(user.hashCode(), STRIPES)];
  }
}
