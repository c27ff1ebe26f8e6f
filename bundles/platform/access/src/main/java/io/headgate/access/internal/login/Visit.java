package io.headgate.access.internal.login;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One login, for as long as its subject lives: when it was used last, and whether it has ended. It
 * hangs on the subject itself, because two subjects of one user are equal.
 */
public final class Visit {

  private final boolean byKey;
  private final AtomicLong lastUse;
  private final AtomicBoolean announced = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * A visit that begins.
   *
   * @param byKey whether with an SSH key
   * @param now monotonic nanoseconds
   */
  public Visit(boolean byKey, long now) {
    this.byKey = byKey;
    this.lastUse = new AtomicLong(now);
  }

  /** The visit of a subject; null if it came in before the realm was guarded. */
  public static @Nullable Visit of(Subject subject) {
    for (Visit visit : subject.getPublicCredentials(Visit.class)) {
      return visit;
    }
    return null;
  }

  /**
   * Notes a use.
   *
   * @param now monotonic nanoseconds
   * @param longestPause nanoseconds without a use after which the visit has ended
   * @return whether it still goes on
   */
  public boolean use(long now, long longestPause) {
    if (ended.get()) {
      return false;
    }
    if (now - lastUse.getAndSet(now) > longestPause) {
      ended.set(true);
      return false;
    }
    return true;
  }

  /**
   * Whether this is the first act of somebody who came with a key. Offering a known key is not yet
   * a login: who holds the private half is proven after the realm was asked.
   */
  public boolean firstActByKey() {
    return byKey && announced.compareAndSet(false, true);
  }
}
