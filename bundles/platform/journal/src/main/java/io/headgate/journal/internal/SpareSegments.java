package io.headgate.journal.internal;

import io.headgate.journal.internal.file.SegmentFile;
import io.headgate.journal.internal.file.SegmentHeader;
import io.headgate.journal.internal.file.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares segments ahead of need on a thread of its own: written full of zeros and synced, so that
 * a full disk can not stop what is written into them later.
 *
 * <p>A segment that could not be prepared is tried again every {@link #RETRY_MILLIS}; nothing is
 * lost by it, and once only the reserve is left, orders are refused.
 */
final class SpareSegments implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpareSegments.class);
  private static final int ZEROS = 1024 * 1024;
  private static final long RETRY_MILLIS = 1_000;

  /** Pause after each step, in multiples of what it took. */
  private static final int SHARE = 3;

  private static final long MAX_PAUSE_NANOS = 200_000_000L;

  private final Storage storage;
  private final long segmentBytes;
  private final int wanted;
  private final Watch watch;
  private final ConcurrentLinkedQueue<Integer> ready = new ConcurrentLinkedQueue<>();
  private final AtomicInteger credits = new AtomicInteger();
  private final Object signal = new Object();
  private final Thread thread = new Thread(this::run, "headgate-journal-space");
  private int nextNumber;
  private volatile boolean starved;
  private boolean closed;

  /**
   * @param wanted how many to keep ready
   */
  SpareSegments(Storage storage, long segmentBytes, int wanted, Watch watch) {
    this.storage = storage;
    this.segmentBytes = segmentBytes;
    this.wanted = wanted;
    this.watch = watch;
    this.thread.setDaemon(true);
  }

  /**
   * Takes over what a process before has prepared; files of another size are made anew.
   *
   * @param found numbers of the prepared files, in order
   * @param first number of the next segment to be used
   */
  void adopt(List<Integer> found, int first) throws IOException {
    nextNumber = first;
    for (int number : found) {
      if (number == nextNumber && sizeOf(number) == segmentBytes) {
        offer(number);
      } else {
        storage.delete(Segment.name(number));
      }
    }
  }

  /**
   * Makes sure that one segment is ready; before {@link #start} only.
   *
   * @throws IOException if there is no space for it
   */
  void requireOne() throws IOException {
    if (ready.isEmpty()) {
      make();
    }
  }

  /** Keeps the wanted number ready from now on. */
  void start() {
    thread.start();
  }

  private long sizeOf(int number) throws IOException {
    try (SegmentFile file = storage.open(Segment.name(number))) {
      return file.size();
    }
  }

  private void offer(int number) {
    ready.add(number);
    credits.incrementAndGet();
    nextNumber = number + 1;
  }

  /** Prepared segments that the order loop has not yet counted on. */
  int credits() {
    return credits.get();
  }

  /** Whether the last attempt to prepare a segment failed. */
  boolean isStarved() {
    return starved;
  }

  /** The order loop goes on in the next prepared segment. */
  void takeCredit() {
    credits.decrementAndGet();
  }

  /** The commit thread goes on in the next prepared segment; the loop has taken a credit for it. */
  String poll() {
    Integer number = ready.poll();
    synchronized (signal) {
      signal.notifyAll();
    }
    if (number == null) {
      throw new IllegalStateException("a segment was counted on that was never prepared");
    }
    return Segment.name(number);
  }

  private void run() {
    while (true) {
      if (ready.size() < wanted && prepare()) {
        continue;
      }
      synchronized (signal) {
        if (closed) {
          return;
        }
        try {
          if (ready.size() >= wanted) {
            signal.wait();
          } else {
            signal.wait(RETRY_MILLIS);
          }
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  private boolean prepare() {
    try {
      make();
    } catch (IOException e) {
      starve(e);
      return false;
    }
    if (starved) {
      starved = false;
      watch.fed();
    }
    return true;
  }

  private void make() throws IOException {
    String name = Segment.name(nextNumber);
    String temporary = name + Recovery.PREPARING;
    if (storage.usableBytes() < segmentBytes) {
      throw new IOException("only %d bytes are free".formatted(storage.usableBytes()));
    }
    try {
      fill(temporary);
      storage.rename(temporary, name);
    } catch (IOException e) {
      discard(temporary);
      throw e;
    }
    offer(nextNumber);
  }

  /** Writes a file full of zeros, so that its blocks are its own. */
  private void fill(String name) throws IOException {
    try (SegmentFile file = storage.create(name)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
      for (long at = 0; at < segmentBytes && !isClosed(); at += ZEROS) {
        zeros.clear().limit((int) Math.min(ZEROS, segmentBytes - at));
        file.writeFully(zeros, at);
        // In small steps, so that a commit never waits behind a whole segment of zeros.
        long begin = System.nanoTime();
        file.force();
        yieldTheDisk(System.nanoTime() - begin);
      }
      if (isClosed()) {
        throw new IOException("closed while it was prepared");
      }
    }
  }

  /** Leaves most of the disk to the commits, as long as a segment is ready for them. */
  private void yieldTheDisk(long nanosTaken) {
    long until = System.nanoTime() + Math.min(SHARE * nanosTaken, MAX_PAUSE_NANOS);
    synchronized (signal) {
      for (long left = until - System.nanoTime();
          left > 0 && !closed && credits.get() > 0;
          left = until - System.nanoTime()) {
        try {
          TimeUnit.NANOSECONDS.timedWait(signal, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private void discard(String name) {
    try {
      storage.delete(name);
    } catch (IOException e) {
      LOG.warn("{}/{} could not be deleted: {}", storage.folder(), name, e.toString());
    }
  }

  private void starve(IOException cause) {
    if (!starved && !isClosed()) {
      starved = true;
      watch.starved(
          ("no space of %d bytes could be prepared in %s: %s. Orders are refused when only the"
                  + " reserve is left; make room on that file system")
              .formatted(segmentBytes, storage.folder(), cause.getMessage()));
    }
  }

  private boolean isClosed() {
    synchronized (signal) {
      return closed;
    }
  }

  /** Bytes of a segment that records can use. */
  long usable() {
    return segmentBytes - SegmentHeader.BYTES;
  }

  @Override
  public void close() {
    synchronized (signal) {
      closed = true;
      signal.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
