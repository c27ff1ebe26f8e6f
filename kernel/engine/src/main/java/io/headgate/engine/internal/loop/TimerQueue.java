package io.headgate.engine.internal.loop;

import io.headgate.spi.time.Timers;
import java.util.PriorityQueue;

/** Scheduled tasks by time, then by order of scheduling. Confined to one thread. */
final class TimerQueue implements Timers {

  /** What {@link #nextTime} answers when nothing is scheduled. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int PURGE_FROM = 64;

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long scheduled;
  private int cancelled;

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
      cancelled--;
      head = entries.peek();
    }
    return head == null ? NEVER : head.at;
  }

  /** Takes the earliest task; only to be called when {@link #nextTime} is not {@link #NEVER}. */
  Runnable take() {
    Entry entry = entries.remove();
    entry.taken = true;
    return entry.task;
  }

  /** Tasks that wait, cancelled ones included. */
  int size() {
    return entries.size();
  }

  /** Far deadlines that were all met would otherwise fill the memory until they come. */
  private void purge() {
    cancelled++;
    if (cancelled > PURGE_FROM && cancelled > entries.size() / 2) {
      entries.removeIf(entry -> entry.cancelled);
      cancelled = 0;
    }
  }

  private final class Entry implements Timer, Comparable<Entry> {
    private final long at;
    private final long number;
    private final Runnable task;
    private boolean cancelled;
    private boolean taken;

    private Entry(long at, long number, Runnable task) {
      this.at = at;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      if (!cancelled && !taken) {
        cancelled = true;
        purge();
      }
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
