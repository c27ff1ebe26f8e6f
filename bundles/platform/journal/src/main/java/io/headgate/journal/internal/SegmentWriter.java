package io.headgate.journal.internal;

import io.headgate.journal.internal.file.Frame;
import io.headgate.journal.internal.file.SegmentFile;
import io.headgate.journal.internal.file.SegmentHeader;
import io.headgate.journal.internal.file.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes at the end of the last segment and goes on in the next one. Commit thread only. */
final class SegmentWriter implements AutoCloseable {

  private final Storage storage;
  private final SpareSegments spares;
  private final List<Segment> segments;
  private SegmentFile file;
  private Segment segment;
  private long offset;
  private long end;
  private boolean marked;

  /**
   * @param segments in use, in order; the writer adds the ones that it begins
   * @param offset where to write next in the last one
   */
  SegmentWriter(Storage storage, SpareSegments spares, List<Segment> segments, long offset)
      throws IOException {
    this.storage = storage;
    this.spares = spares;
    this.segments = segments;
    this.segment = segments.get(segments.size() - 1);
    this.file = storage.open(segment.name());
    this.offset = offset;
    this.end = file.size() & -Frame.ALIGNMENT;
  }

  /** Bytes left in the segment. */
  long room() {
    return end - offset;
  }

  /** Name of the file that is written to. */
  String fileName() {
    return segment.name();
  }

  /** Notes where a record will lie, so many bytes behind what was written last. */
  void note(long sequence, long ahead, int aligned) {
    segment.wrote(sequence, offset + ahead, offset + ahead + aligned);
  }

  void write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    file.writeFully(bytes, offset);
    offset += length;
    marked = false;
  }

  void force() throws IOException {
    file.force();
  }

  /** Says at the end of the file that everything before it is durable; the next write covers it. */
  void mark(long durable) throws IOException {
    ByteBuffer mark = Frame.mark(durable);
    if (!marked && room() >= mark.remaining()) {
      file.writeFully(mark, offset);
      marked = true;
    }
  }

  /** Makes the segment durable and begins the next. */
  void roll(long firstSequence) throws IOException {
    file.force();
    file.close();
    Segment next = new Segment(segment.number() + 1, firstSequence);
    file = storage.open(spares.poll());
    segment = next;
    offset = SegmentHeader.BYTES;
    end = file.size() & -Frame.ALIGNMENT;
    marked = false;
    file.writeFully(new SegmentHeader(next.number(), firstSequence).bytes(), 0);
    segments.add(next);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
