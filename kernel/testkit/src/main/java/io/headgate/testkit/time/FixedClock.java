package io.headgate.testkit.time;

import io.headgate.spi.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved; safe for use by several threads. */
public final class FixedClock implements Clock {

  private static final long NANOS = 1_000_000_000L;

  private final AtomicLong epochNanos;
  private final AtomicLong monotonicNanos = new AtomicLong();

  /** Stands at Monday 2026-03-02 14:30 UTC: New York is open, the FX day runs. */
  public FixedClock() {
    this(Instant.parse("2026-03-02T14:30:00Z"));
  }

  /** Stands at a moment. */
  public FixedClock(Instant start) {
    this(start.getEpochSecond() * NANOS + start.getNano());
  }

  /**
   * Stands at a moment.
   *
   * @param epochNanos UTC nanoseconds since 1970
   */
  public FixedClock(long epochNanos) {
    this.epochNanos = new AtomicLong(epochNanos);
  }

  @Override
  public long epochNanos() {
    return epochNanos.get();
  }

  @Override
  public long monotonicNanos() {
    return monotonicNanos.get();
  }

  /**
   * Moves to a moment; the monotonic time moves by the same step.
   *
   * @throws IllegalArgumentException if that lies in the past
   */
  public void set(long newEpochNanos) {
    long step = newEpochNanos - epochNanos.get();
    if (step < 0) {
      throw new IllegalArgumentException("the clock does not run backwards: step " + step + " ns");
    }
    epochNanos.set(newEpochNanos);
    monotonicNanos.addAndGet(step);
  }

  /** Moves on. */
  public void advance(Duration step) {
    set(epochNanos.get() + step.toNanos());
  }

  /** Moves on. */
  public void advanceMillis(long millis) {
    advance(Duration.ofMillis(millis));
  }
}
