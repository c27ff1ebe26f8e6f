package io.headgate.spi.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in fixed buckets from 1 µs to 10 s. Recording allocates nothing, takes no lock
 * and is safe from every thread; reading disturbs nobody who records.
 */
public final class LatencyHistogram {

  private static final long[] BOUNDS = {
    1_000L,
    2_500L,
    5_000L,
    10_000L,
    25_000L,
    50_000L,
    100_000L,
    250_000L,
    500_000L,
    1_000_000L,
    2_500_000L,
    5_000_000L,
    10_000_000L,
    25_000_000L,
    50_000_000L,
    100_000_000L,
    250_000_000L,
    500_000_000L,
    1_000_000_000L,
    2_500_000_000L,
    5_000_000_000L,
    10_000_000_000L
  };

  private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length + 1);
  private final AtomicLong sum = new AtomicLong();

  /** Counts one duration, nanoseconds; below 0 counts as 0. */
  public void record(long nanos) {
    long duration = Math.max(0, nanos);
    int bucket = 0;
    while (bucket < BOUNDS.length && duration > BOUNDS[bucket]) {
      bucket++;
    }
    counts.incrementAndGet(bucket);
    sum.addAndGet(duration);
  }

  /** The counts, now. */
  public StageLatency snapshot(String stage) {
    List<StageLatency.Bucket> buckets = new ArrayList<>(BOUNDS.length + 1);
    for (int i = 0; i <= BOUNDS.length; i++) {
      buckets.add(
          new StageLatency.Bucket(i < BOUNDS.length ? BOUNDS[i] : Long.MAX_VALUE, counts.get(i)));
    }
    return new StageLatency(stage, buckets, sum.get());
  }
}
