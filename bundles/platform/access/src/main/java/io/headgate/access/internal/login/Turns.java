package io.headgate.access.internal.login;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One password at a time for each user: a guess is counted before the next one is looked at, also
 * when many are made at once. Users may share a turn by chance; that costs them the time of a hash.
 */
final class Turns {

  private static final int STRIPES = 64;
  private static final long PATIENCE_SECONDS = 10;

  private final Semaphore[] stripes = new Semaphore[STRIPES];

  Turns() {
    Arrays.setAll(stripes, i -> new Semaphore(1, true));
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
