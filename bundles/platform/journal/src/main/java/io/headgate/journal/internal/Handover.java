package io.headgate.journal.internal;

import io.headgate.journal.internal.codec.RecordOutput;
import io.headgate.journal.internal.file.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Carries frames from the thread that appends to the thread that commits: a ring of bytes with one
 * writer and one reader, without locks. Frames lie in it as they will in the file; none wraps
 * around, a frame that does not fit before the end begins at the start.
 */
final class Handover {

  /** Stands where the length of a frame stands: go on at the start of the ring. */
  private static final int SKIP = -1;

  private final ByteBuffer ring;
  private final int capacity;
  private volatile long written;
  private volatile long released;
  private volatile @Nullable Thread sleeper;

  /**
   * @param capacity bytes, a power of two
   */
  Handover(int capacity) {
    this.capacity = capacity;
    this.ring = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether a frame fits so that afterwards so many bytes are still free. Writer only. */
  boolean fits(int aligned, int keepFree) {
    long inUse = written - released + gap(aligned) + aligned;
    return inUse <= capacity - keepFree;
  }

  private int gap(int aligned) {
    int left = capacity - index(written);
    return aligned <= left ? 0 : left;
  }

  /** Hands a frame over; it must fit. Writer only. */
  void put(RecordOutput frame, int aligned) {
    long at = written;
    int gap = gap(aligned);
    if (gap > 0) {
      ring.putInt(index(at) + Frame.LENGTH_AT, SKIP);
      at += gap;
    }
    ring.put(index(at), frame.bytes(), 0, aligned);
    written = at + aligned;
    Thread waiting = sleeper;
    if (waiting != null) {
      sleeper = null;
      LockSupport.unpark(waiting);
    }
  }

  /** Position behind the last frame that was handed over. */
  long written() {
    return written;
  }

  /** The ring itself, with a position and limit of its own. Reader only. */
  ByteBuffer view() {
    return ring.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Index in the ring of a position. */
  int index(long position) {
    return (int) (position & (capacity - 1));
  }

  /** Where the frame at a position really begins. Reader only. */
  long skip(long position) {
    return ring.getInt(index(position) + Frame.LENGTH_AT) == SKIP
        ? position + capacity - index(position)
        : position;
  }

  /** Everything before a position may be overwritten. Reader only. */
  void release(long position) {
    released = position;
  }

  /** Waits until something lies behind a position, or so many nanoseconds. Reader only. */
  void await(long position, long nanos) {
    sleeper = Thread.currentThread();
    if (written == position) {
      LockSupport.parkNanos(this, nanos);
    }
    sleeper = null;
  }

  /** Ends the reader's waiting. */
  void wake() {
    Thread waiting = sleeper;
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }
}
