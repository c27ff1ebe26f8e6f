package io.headgate.journal.internal;

import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.Settings.Pace;
import io.headgate.journal.internal.file.Frame;
import io.headgate.spi.monitor.LatencyHistogram;
import io.headgate.spi.monitor.StageLatency;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;

/**
 * Writes what was handed over, in groups: everything that came while the disk was busy with one
 * group is the next one. Runs on one thread; the first failure ends it for ever, because after a
 * failed sync nobody can know what the disk has.
 */
final class CommitLoop implements Runnable {

  private static final long IDLE_NANOS = 100_000_000L;

  private final Handover handover;
  private final SegmentWriter writer;
  private final Pace pace;
  private final LongSupplier nanos;
  private final Progress progress;
  private final LatencyHistogram syncs = new LatencyHistogram();
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer view;
  private long consumed;
  private long sequence;
  private long lastCommit;
  private volatile boolean closing;

  /** What the loop tells the journal. */
  interface Progress {
    /** Records up to this one can be read from the files. */
    void written(long sequence);

    /** Records up to this one are on the disk. */
    void forced(long sequence);

    /** Nothing more will be written. */
    void failed(Throwable cause, String fileName);
  }

  /**
   * @param sequence last sequence number in the files
   */
  CommitLoop(
      Handover handover,
      SegmentWriter writer,
      long sequence,
      Pace pace,
      LongSupplier nanos,
      Progress progress) {
    this.handover = handover;
    this.writer = writer;
    this.sequence = sequence;
    this.pace = pace;
    this.nanos = nanos;
    this.progress = progress;
    this.view = handover.view();
    this.lastCommit = nanos.getAsLong();
  }

  /** How long the syncs took. */
  StageLatency syncs() {
    return syncs.snapshot("sync");
  }

  /** Writes what is left, then ends. */
  void close() {
    closing = true;
    handover.wake();
  }

  @Override
  public void run() {
    try (writer) {
      while (serve()) {
        // Each turn commits one group or waits for one.
      }
    } catch (IOException | RuntimeException | Error e) {
      progress.failed(e, writer.fileName());
    }
  }

  private boolean serve() throws IOException {
    // Read before the position, so that nothing appended before the end is left behind.
    boolean last = closing;
    if (handover.written() != consumed) {
      gather();
      commit();
      return true;
    }
    writer.mark(sequence);
    if (last) {
      writer.force();
      return false;
    }
    handover.await(consumed, IDLE_NANOS);
    return true;
  }

  /** Lets a group grow until the interval is over, if there is one. */
  private void gather() {
    long until = lastCommit + pace.intervalNanos();
    long enough = consumed + pace.batchBytes();
    for (long left = until - nanos.getAsLong();
        left > 0 && handover.written() < enough && !closing;
        left = until - nanos.getAsLong()) {
      LockSupport.parkNanos(this, left);
    }
  }

  private void commit() throws IOException {
    long target = handover.written();
    long durable = sequence;
    long from = consumed;
    while (consumed < target) {
      long frameAt = handover.skip(consumed);
      int index = handover.index(frameAt);
      int length = view.getInt(index + Frame.LENGTH_AT);
      int aligned = Frame.aligned(length);
      if (index == 0) {
        // The ring has come to its start again, with or without a gap at its end.
        write(from, consumed);
        from = frameAt;
      }
      if (aligned > writer.room() - (frameAt - from)) {
        write(from, frameAt);
        from = frameAt;
        // Everything so far becomes durable here, whatever the pace.
        writer.roll(sequence + 1);
        durable = sequence;
        progress.forced(sequence);
      }
      Frame.seal(view, index, length, durable, crc);
      sequence = view.getLong(index + Frame.SEQUENCE_AT);
      writer.note(sequence, frameAt - from, aligned);
      consumed = frameAt + aligned;
    }
    write(from, consumed);
    if (pace.durability() == Durability.FORCED) {
      long begin = nanos.getAsLong();
      writer.force();
      syncs.record(nanos.getAsLong() - begin);
      progress.forced(sequence);
    }
    lastCommit = nanos.getAsLong();
  }

  /** Writes a stretch of the ring that does not wrap around, and gives it back. */
  private void write(long from, long to) throws IOException {
    if (to > from) {
      int start = handover.index(from);
      writer.write(view.limit(start + (int) (to - from)).position(start));
      view.clear();
      handover.release(to);
      progress.written(sequence);
    }
  }
}
