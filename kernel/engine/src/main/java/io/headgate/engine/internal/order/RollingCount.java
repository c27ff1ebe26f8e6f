package io.headgate.engine.internal.order;

import java.util.Arrays;

/** Times within the last second, minute or so, in a ring that grows when it must. */
final class RollingCount {

  private final long horizon;
  private long[] times = new long[64];
  private int head;
  private int size;

  /**
   * @param horizon how long a time counts, nanoseconds, above 0
   */
  RollingCount(long horizon) {
    this.horizon = horizon;
  }

  /**
   * How many count at a moment. A time after it does not, now or later: it comes from a journal
   * that was written before the machine's clock was set back.
   */
  int within(long now) {
    while (size > 0 && times[(head + size - 1) % times.length] > now) {
      size--;
    }
    while (size > 0 && now - times[head] >= horizon) {
      head = (head + 1) % times.length;
      size--;
    }
    return size;
  }

  /** One more; answers how many count, it included. */
  int add(long now) {
    within(now);
    if (size == times.length) {
      long[] ordered = Arrays.copyOf(times, size * 2);
      System.arraycopy(times, head, ordered, 0, size - head);
      System.arraycopy(times, 0, ordered, size - head, head);
      times = ordered;
      head = 0;
    }
    times[(head + size) % times.length] = now;
    size++;
    return size;
  }

  /** Forgets them all. */
  void clear() {
    size = 0;
  }
}
