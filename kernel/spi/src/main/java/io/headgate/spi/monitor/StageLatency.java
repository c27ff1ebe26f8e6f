package io.headgate.spi.monitor;

import java.util.List;

/**
 * How long one stage of the order path took, since the start.
 *
 * @param stage which, such as {@code intent-verdict}
 * @param buckets counts by duration, shortest first; the last has no bound
 * @param sumNanos sum of all durations, nanoseconds
 */
public record StageLatency(String stage, List<Bucket> buckets, long sumNanos) {

  public StageLatency {
    buckets = List.copyOf(buckets);
  }

  /**
   * Durations up to a bound and above that of the bucket before.
   *
   * @param upToNanos inclusive, nanoseconds; {@link Long#MAX_VALUE} for no bound
   * @param count how many
   */
  public record Bucket(long upToNanos, long count) {}

  /** How many durations there are. */
  public long count() {
    return buckets.stream().mapToLong(Bucket::count).sum();
  }
}
