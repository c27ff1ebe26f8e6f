package io.headgate.ops.internal.health;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is dear to make and asked for often: made at most once in a time, by one caller,
 * while everybody else takes the one that is there. So a flood of questions costs one answer.
 *
 * @param <T> the value
 */
public final class Shared<T> {

  private static final long FIRST_WAIT_SECONDS = 5;

  private final Supplier<T> source;
  private final LongSupplier nanos;
  private final long lifeNanos;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Made<T> last;

  private record Made<T>(T value, long at) {}

  /**
   * @param source makes the value
   * @param nanos monotonic time
   * @param lifeNanos how long a value is good for
   */
  public Shared(Supplier<T> source, LongSupplier nanos, long lifeNanos) {
    this.source = source;
    this.nanos = nanos;
    this.lifeNanos = lifeNanos;
  }

  /**
   * The value; an older one while somebody makes a new one.
   *
   * @throws IllegalStateException if there is none yet and whoever makes it takes too long
   */
  public T get() {
    Made<T> found = last;
    if (found != null) {
      if (nanos.getAsLong() - found.at() < lifeNanos || !turn.tryLock()) {
        return found.value();
      }
    } else {
      awaitTurn();
    }
    try {
      return make();
    } finally {
      turn.unlock();
    }
  }

  private void awaitTurn() {
    try {
      if (!turn.tryLock(FIRST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "no answer within %d s; try again shortly".formatted(FIRST_WAIT_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private T make() {
    Made<T> found = last;
    if (found != null && nanos.getAsLong() - found.at() < lifeNanos) {
      return found.value();
    }
    T made = source.get();
    last = new Made<>(made, nanos.getAsLong());
    return made;
  }
}
