package io.headgate.engine.internal.loop;

import io.headgate.spi.time.Timers;
import java.util.PriorityQueue;

/** Scheduled tasks by time, then by order of scheduling. Confined to one thread. */
final class TimerQueue implements Timers {

  /** What {@link #nextTime} answers when nothing is scheduled. */
  static final long NEVER = Long.MAX_VALUE;

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long scheduled;

  @Override
  public Timer schedule(long atEpochNanos, Runnable task) {
    Entry entry = new Entry(atEpochNanos, scheduled++, task);
    entries.add(entry);
    return entry;
  }

  /** Time of the earliest task; {@link #NEVER} if there is none. */
  long nextTime() {
    Entry head = entries.peek();
    while (head != null && head.cancelled) {
      entries.remove();
      head = entries.peek();
    }
    return head == null ? NEVER : head.at;
  }

  /** Takes the earliest task; only to be called when {@link #nextTime} is not {@link #NEVER}. */
  Runnable take() {
    return entries.remove().task;
  }

  private static final class Entry implements Timer, Comparable<Entry> {
    private final long at;
    private final long number;
    private final Runnable task;
    private boolean cancelled;

    private Entry(long at, long number, Runnable task) {
      this.at = at;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
