package io.headgate.journal.internal;

import io.headgate.journal.internal.Settings.Sizes;
import io.headgate.journal.internal.file.SegmentFile;
import io.headgate.journal.internal.file.SegmentHeader;
import io.headgate.journal.internal.file.Storage;
import io.headgate.spi.journal.JournalException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The folder of the journal, locked, verified and ready to be written to. */
final class SegmentFolder implements AutoCloseable {

  /** Prepared segments beyond the reserve, for a burst that outruns their preparation. */
  private static final int AHEAD = 2;

  private final Storage storage;
  private final Closeable lock;
  private final SpareSegments spares;
  private final List<Segment> segments = new CopyOnWriteArrayList<>();
  private long lastSequence;
  private long tail = SegmentHeader.BYTES;
  private long tornBytes;

  private SegmentFolder(Storage storage, Closeable lock, SpareSegments spares) {
    this.storage = storage;
    this.lock = lock;
    this.spares = spares;
  }

  /**
   * Opens the folder.
   *
   * @throws JournalException DAMAGED with file and offset
   * @throws IOException if another process has it, or a file cannot be read or written
   */
  static SegmentFolder open(Storage storage, Sizes sizes, Watch watch)
      throws IOException, JournalException {
    Closeable lock = storage.lock();
    try {
      Recovery recovery = new Recovery(storage);
      recovery.run();
      int wanted = (int) (sizes.reserve() / (sizes.segment() - SegmentHeader.BYTES)) + AHEAD;
      SpareSegments spares = new SpareSegments(storage, sizes.segment(), wanted, watch);
      SegmentFolder folder = new SegmentFolder(storage, lock, spares);
      folder.take(recovery);
      return folder;
    } catch (IOException | JournalException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void take(Recovery recovery) throws IOException {
    segments.addAll(recovery.segments());
    lastSequence = recovery.nextSequence() - 1;
    tail = recovery.tail();
    tornBytes = recovery.tornBytes();
    spares.adopt(recovery.spares(), segments.size() + 1);
    if (segments.isEmpty()) {
      spares.requireOne();
      spares.takeCredit();
      try (SegmentFile file = storage.open(spares.poll())) {
        file.writeFully(new SegmentHeader(1, 1).bytes(), 0);
        file.force();
      }
      segments.add(new Segment(1, 1));
    }
    spares.start();
  }

  Storage storage() {
    return storage;
  }

  SpareSegments spares() {
    return spares;
  }

  /** Segments in use, in order; grows. */
  List<Segment> segments() {
    return segments;
  }

  /** Last sequence number when it was opened; 0 if there was none. */
  long lastSequence() {
    return lastSequence;
  }

  /** Bytes of a torn tail that were cut off. */
  long tornBytes() {
    return tornBytes;
  }

  /** Writes on where the last record ends. */
  SegmentWriter writer() throws IOException {
    return new SegmentWriter(storage, spares, segments, tail);
  }

  @Override
  public void close() throws IOException {
    spares.close();
    lock.close();
  }
}
