package io.headgate.journal.internal;

import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.Settings.Pace;
import io.headgate.journal.internal.Space.Claim;
import io.headgate.journal.internal.codec.RecordCodec;
import io.headgate.journal.internal.codec.RecordOutput;
import io.headgate.journal.internal.file.Frame;
import io.headgate.journal.internal.file.FrameCursor;
import io.headgate.journal.internal.file.SegmentHeader;
import io.headgate.journal.internal.file.Storage;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.journal.JournalStatus;
import io.headgate.spi.monitor.StageLatency;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in segment files. Who appends encodes into a ring of bytes, one at a time; the commit
 * thread writes and syncs in groups; a third thread prepares segments ahead.
 *
 * <p>When the ring is full or the next segment is still being prepared, {@code append} waits for
 * the configured time, then refuses with FULL; when no segment can be prepared it refuses at once.
 * Records that add risk leave a quarter of the ring free, so that those that are needed wait last.
 */
final class SegmentedJournal implements Journal, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SegmentedJournal.class);
  private static final long WAIT_STEP_NANOS = 20_000;
  private static final int RING_SHARE = 4;

  private final SegmentFolder folder;
  private final Pace pace;
  private final LongSupplier nanos;
  private final Watch watch;
  private final Handover handover;
  private final Space space;
  private final Durable durable;
  private final RecordReader reader;
  private final CommitLoop loop;
  private final Thread committer;
  private final RecordOutput output = new RecordOutput();
  private final int maxFrame;
  private final int keepFree;
  private volatile long appended;
  private volatile long written;

  private SegmentedJournal(Settings settings, SegmentFolder folder, LongSupplier nanos, Watch watch)
      throws IOException {
    Settings.Sizes sizes = settings.sizes();
    this.folder = folder;
    this.pace = settings.pace();
    this.nanos = nanos;
    this.watch = watch;
    this.appended = folder.lastSequence();
    this.written = appended;
    this.handover = new Handover(sizes.buffer());
    this.keepFree = sizes.buffer() / RING_SHARE;
    long largest = Math.min(keepFree, sizes.segment() - SegmentHeader.BYTES);
    this.maxFrame = (int) Math.min(FrameCursor.MAX_FRAME, largest);
    this.durable = new Durable(appended);
    this.reader = new RecordReader(folder.storage(), folder.segments());
    SegmentWriter writer = folder.writer();
    this.space = new Space(folder.spares(), writer.room(), sizes.reserve());
    this.loop = new CommitLoop(handover, writer, appended, pace, nanos, new Reached());
    this.committer = new Thread(loop, "headgate-journal-commit");
    committer.setDaemon(true);
  }

  /**
   * Opens the journal, verifies all of it and makes durable what can be read.
   *
   * @param nanos a monotonic clock
   * @throws JournalException DAMAGED with file and offset
   * @throws IOException if another process has it, or a file cannot be read or written
   */
  static SegmentedJournal open(Settings settings, Storage storage, LongSupplier nanos, Watch watch)
      throws IOException, JournalException {
    SegmentFolder folder = SegmentFolder.open(storage, settings.sizes(), watch);
    try {
      SegmentedJournal journal = new SegmentedJournal(settings, folder, nanos, watch);
      journal.committer.start();
      return journal;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public synchronized long append(JournalRecord record) throws JournalException {
    durable.check();
    output.begin(Frame.HEADER);
    int type = RecordCodec.write(record, output);
    int length = output.length();
    int aligned = Frame.aligned(length);
    if (aligned > maxFrame) {
      throw new JournalException(
          Reason.FULL,
          "a record of %d bytes does not fit; at most %d are taken, make its texts shorter"
              .formatted(length, maxFrame));
    }
    Claim claim = Space.claim(record);
    if (!space.allows(aligned, claim) || !handover.fits(aligned, keepFree(claim))) {
      awaitRoom(aligned, claim);
    }
    space.take(aligned);
    long sequence = appended + 1;
    output.pad(Frame.ALIGNMENT);
    output.setInt(Frame.LENGTH_AT, length);
    output.setLong(Frame.SEQUENCE_AT, sequence);
    output.setInt(Frame.TYPE_AT, Frame.typeAndVersion(type, RecordCodec.VERSION));
    handover.put(output, aligned);
    appended = sequence;
    if (pace.durability() == Durability.APPENDED) {
      durable.reached(sequence);
    }
    return sequence;
  }

  private int keepFree(Claim claim) {
    return claim == Claim.NEEDED ? 0 : keepFree;
  }

  /** Waits for the disk: for room in the ring, and for the segment that is being prepared. */
  private void awaitRoom(int aligned, Claim claim) throws JournalException {
    long start = nanos.getAsLong();
    while (true) {
      durable.check();
      boolean space = this.space.allows(aligned, claim);
      if (space && handover.fits(aligned, keepFree(claim))) {
        return;
      }
      if (!space && folder.spares().isStarved()) {
        throw new JournalException(
            Reason.FULL,
            "only the space kept for cancels and fills is left in %s; make room on that file system"
                .formatted(folder.storage().folder()));
      }
      if (nanos.getAsLong() - start > pace.waitNanos()) {
        throw new JournalException(
            Reason.FULL,
            ("the disk under %s has not kept up for %d ms; look at that disk, or raise"
                    + " bufferMegabytes in etc/io.headgate.journal.cfg")
                .formatted(folder.storage().folder(), pace.waitNanos() / 1_000_000));
      }
      LockSupport.parkNanos(this, WAIT_STEP_NANOS);
    }
  }

  @Override
  public void onDurable(LongConsumer listener) {
    durable.listen(listener);
  }

  @Override
  public long durableSequence() {
    return durable.sequence();
  }

  @Override
  public void awaitDurable(long sequence) throws JournalException {
    if (sequence > appended) {
      throw new IllegalArgumentException(
          "record %d was not appended yet, the last one is %d".formatted(sequence, appended));
    }
    durable.await(sequence);
  }

  @Override
  public void read(long fromSequence, Reader target) throws JournalException {
    long to = durable.sequence();
    while (written < to) {
      // In a replay records are durable before they are in the files.
      durable.check();
      LockSupport.parkNanos(this, WAIT_STEP_NANOS);
    }
    reader.read(fromSequence, to, target);
  }

  @Override
  public StageLatency syncs() {
    return loop.syncs();
  }

  @Override
  public JournalStatus status() {
    long bytes = 0;
    for (Segment segment : folder.segments()) {
      bytes += segment.bytes();
    }
    return new JournalStatus(
        folder.storage().folder(),
        appended,
        durable.sequence(),
        bytes,
        folder.segments().size(),
        folder.tornBytes(),
        durable.failure());
  }

  /** Makes everything appended durable, then gives the folder back. */
  @Override
  public void close() {
    loop.close();
    boolean interrupted = false;
    while (committer.isAlive()) {
      try {
        committer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    durable.end(Reason.CLOSED, "the journal in " + folder.storage().folder() + " is closed");
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn(
          "The lock of {} could not be given back: {}", folder.storage().folder(), e.toString());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs on the commit thread. */
  private final class Reached implements CommitLoop.Progress {
    @Override
    public void written(long sequence) {
      written = sequence;
      if (pace.durability() == Durability.WRITTEN) {
        durable.reached(sequence);
      }
    }

    @Override
    public void forced(long sequence) {
      if (pace.durability() == Durability.FORCED && sequence > durable.sequence()) {
        durable.reached(sequence);
      }
    }

    @Override
    public void failed(Throwable cause, String fileName) {
      String message =
          ("writing %s/%s failed (%s): no order is taken any more. Nothing is tried again, because"
                  + " the disk may have lost what it was given; check the disk, then restart the"
                  + " node")
              .formatted(folder.storage().folder(), fileName, cause);
      LOG.error("The journal failed", cause);
      durable.end(Reason.FAILED, message);
      watch.failed(message);
    }
  }
}
