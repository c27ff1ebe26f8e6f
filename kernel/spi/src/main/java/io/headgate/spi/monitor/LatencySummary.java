package io.headgate.spi.monitor;

/**
 * A latency distribution, nanoseconds.
 *
 * @param count measurements
 * @param p50 median
 * @param p99 99th percentile
 * @param p999 99.9th percentile
 * @param max largest
 */
public record LatencySummary(long count, long p50, long p99, long p999, long max) {}
