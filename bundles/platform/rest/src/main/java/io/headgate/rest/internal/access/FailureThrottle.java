package io.headgate.rest.internal.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Slows down who guesses passwords. After {@value #FREE} failures in a row a pair of user and
 * address must wait, one second first and twice as long after every further failure, up to a
 * quarter of a minute: long enough against guessing, short enough not to lock a person out of the
 * stop button.
 */
public final class FailureThrottle {

  /** Failures in a row that cost nothing. */
  static final int FREE = 5;

  /** Longest wait, seconds. */
  static final long MAX_WAIT_SECONDS = 15;

  /** Pairs kept at most; the one that failed longest ago is forgotten first. */
  static final int CAPACITY = 4096;

  private final LongSupplier monotonicNanos;
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  private record Failures(int count, long last) {}

  /**
   * @param monotonicNanos time for measuring durations
   */
  public FailureThrottle(LongSupplier monotonicNanos) {
    this.monotonicNanos = monotonicNanos;
  }

  /** Seconds that a pair must still wait, rounded up; 0 if it may try. */
  public synchronized long waitSeconds(String user, String address) {
    Failures before = failures.get(pair(user, address));
    if (before == null || before.count() < FREE) {
      return 0;
    }
    long wait = Math.min(MAX_WAIT_SECONDS, 1L << Math.min(30, before.count() - FREE));
    long left = before.last() + TimeUnit.SECONDS.toNanos(wait) - monotonicNanos.getAsLong();
    return left <= 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(left - 1) + 1;
  }

  /** A password was wrong. */
  public synchronized void failed(String user, String address) {
    String pair = pair(user, address);
    Failures before = failures.remove(pair);
    if (failures.size() >= CAPACITY) {
      failures.remove(failures.keySet().iterator().next());
    }
    int count = before == null ? 1 : before.count() + 1;
    failures.put(pair, new Failures(count, monotonicNanos.getAsLong()));
  }

  /** A password was right: the pair starts afresh. */
  public synchronized void succeeded(String user, String address) {
    failures.remove(pair(user, address));
  }

  private static String pair(String user, String address) {
    return address + ' ' + user;
  }
}
