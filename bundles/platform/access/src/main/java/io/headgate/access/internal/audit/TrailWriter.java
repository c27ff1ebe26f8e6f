package io.headgate.access.internal.audit;

import io.headgate.access.internal.login.AccessSettings;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditRecord;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Takes events from all threads and gives them to the files on one. What waits for the disk is
 * bounded; what finds no room is counted.
 */
final class TrailWriter {

  /** Records that wait for the disk at most. */
  static final int WAITING = 4096;

  /** Records kept in memory for reading. */
  static final int LATEST = 2000;

  private final AuditFiles files;
  private final Supplier<AccessSettings.Values> settings;
  private final Clock clock;
  private final LongSupplier monotonicNanos;
  private final Object lock = new Object();
  private final Semaphore news = new Semaphore(0);
  private final Tally tally = new Tally();
  private final Deque<Tally.Counted> waiting = new ArrayDeque<>();
  private final Deque<AuditRecord> latest = new ArrayDeque<>();
  private final Deque<AuditRecord> unwritten = new ArrayDeque<>();
  private long sequence;
  private boolean open;

  TrailWriter(
      AuditFiles files,
      Supplier<AccessSettings.Values> settings,
      Clock clock,
      LongSupplier monotonicNanos) {
    this.files = files;
    this.settings = settings;
    this.clock = clock;
    this.monotonicNanos = monotonicNanos;
  }

  /** From every thread; never blocks for the disk. */
  void record(AuditEvent event) {
    Instant now = clock.instant();
    long timestamp = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    long nanos = monotonicNanos.getAsLong();
    synchronized (lock) {
      if (!tally.isNew(event, nanos, timestamp)) {
        return;
      }
      if (waiting.size() < WAITING) {
        waiting.add(new Tally.Counted(event, timestamp, 1));
        news.release();
      } else {
        tally.untold(event, nanos, timestamp);
      }
    }
  }

  /** Waits until there is something to write or the time is over. */
  void await(long millis) throws InterruptedException {
    if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  /** Ends a wait. */
  void wake() {
    news.release();
  }

  /**
   * Writes what waits; on the writer's thread alone. After a failure the records are kept and tried
   * again, after what is in the files has been read anew.
   *
   * @param last whether to tell all counts, because the trail ends
   */
  void write(boolean last) throws IOException {
    AccessSettings.Values now = settings.get();
    if (!open) {
      read(files.open(LATEST));
      open = true;
    }
    number(last);
    if (unwritten.isEmpty()) {
      return;
    }
    open = false;
    files.write(List.copyOf(unwritten), now.auditFileBytes(), now.auditFiles());
    open = true;
    unwritten.clear();
  }

  private void read(List<AuditRecord> found) {
    synchronized (lock) {
      // A batch may have reached the disk although the write failed: those are not written twice.
      long durable = found.isEmpty() ? 0 : found.get(found.size() - 1).sequence();
      unwritten.removeIf(record -> record.sequence() <= durable);
      sequence = Math.max(sequence, durable);
      if (latest.isEmpty()) {
        latest.addAll(found);
      }
    }
  }

  private void number(boolean last) {
    synchronized (lock) {
      if (unwritten.size() >= WAITING) {
        return;
      }
      List<Tally.Counted> next = new ArrayList<>(waiting);
      waiting.clear();
      next.addAll(tally.due(monotonicNanos.getAsLong(), last));
      for (Tally.Counted counted : next) {
        AuditRecord record =
            new AuditRecord(++sequence, counted.timestamp(), counted.event(), counted.count());
        unwritten.add(record);
        latest.add(record);
      }
      while (latest.size() > LATEST) {
        latest.removeFirst();
      }
    }
  }

  /** Newest first. */
  List<AuditRecord> latest(int limit) {
    synchronized (lock) {
      List<AuditRecord> found = new ArrayList<>();
      long next = sequence + waiting.size();
      Iterator<Tally.Counted> pending = waiting.descendingIterator();
      while (pending.hasNext() && found.size() < limit) {
        Tally.Counted counted = pending.next();
        found.add(new AuditRecord(next--, counted.timestamp(), counted.event(), counted.count()));
      }
      Iterator<AuditRecord> known = latest.descendingIterator();
      while (known.hasNext() && found.size() < limit) {
        found.add(known.next());
      }
      return found;
    }
  }

  /** Closes the files; nothing is written any more. */
  void close() throws IOException {
    files.close();
  }
}
