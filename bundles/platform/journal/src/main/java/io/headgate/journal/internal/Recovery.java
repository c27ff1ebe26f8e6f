package io.headgate.journal.internal;

import io.headgate.journal.internal.file.Frame;
import io.headgate.journal.internal.file.FrameCursor;
import io.headgate.journal.internal.file.SegmentFile;
import io.headgate.journal.internal.file.SegmentHeader;
import io.headgate.journal.internal.file.Storage;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the whole journal at the start and verifies it: every checksum, no gap, no repeat.
 *
 * <p>What cannot be read is one of two things. A torn tail was never durable: the process died
 * while it was written; it is cut off. Anything that was durable and cannot be read is damage, and
 * the journal refuses to go on. Each frame says what was durable when it was written, and a segment
 * is begun only when the one before is durable, so the two are told apart by evidence.
 */
final class Recovery {

  /** Files of segments that are being prepared; of no use after a crash. */
  static final String PREPARING = ".preparing";

  private static final int ZEROS = 64 * 1024;

  private final Storage storage;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Integer> spares = new ArrayList<>();
  private long expected = 1;
  private long tail = SegmentHeader.BYTES;
  private long groupAt = SegmentHeader.BYTES;
  private long groupDurable = -1;
  private long tornBytes;

  Recovery(Storage storage) {
    this.storage = storage;
  }

  /**
   * Verifies and repairs the tail.
   *
   * @throws JournalException DAMAGED with file and offset
   * @throws IOException if a file cannot be read or written
   */
  void run() throws JournalException, IOException {
    List<Integer> numbers = numbers();
    int next = 0;
    while (next < numbers.size()) {
      String name = Segment.name(numbers.get(next));
      try (SegmentFile file = storage.open(name)) {
        FrameCursor cursor = new FrameCursor(file);
        SegmentHeader header = cursor.header();
        if (header == null) {
          break;
        }
        verify(header, numbers.get(next), cursor);
      }
      next++;
    }
    // Nothing is changed before everything has been looked at.
    verifySpares(numbers.subList(next, numbers.size()));
    if (!segments.isEmpty()) {
      repairTail();
    }
    if (!spares.isEmpty()) {
      repairSpare(spares.get(0));
    }
  }

  private List<Integer> numbers() throws IOException, JournalException {
    List<Integer> numbers = new ArrayList<>();
    for (String name : storage.names()) {
      if (name.endsWith(PREPARING)) {
        storage.delete(name);
      } else if (Segment.number(name) > 0) {
        numbers.add(Segment.number(name));
      }
    }
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != i + 1) {
        throw damaged(Segment.name(i + 1), 0, "the file is missing, but later ones are there");
      }
    }
    return numbers;
  }

  private void verify(SegmentHeader header, int number, FrameCursor cursor)
      throws IOException, JournalException {
    String name = Segment.name(number);
    if (header.number() != number) {
      throw damaged(name, 0, "it is segment %d under another name".formatted(header.number()));
    }
    if (header.firstSequence() != expected) {
      throw damaged(
          segments.isEmpty() ? name : segments.get(segments.size() - 1).name(),
          segments.isEmpty() ? 0 : tail,
          "the records from %d on cannot be read; the next file begins with record %d"
              .formatted(expected, header.firstSequence()));
    }
    Segment segment = new Segment(number, expected);
    segments.add(segment);
    tail = SegmentHeader.BYTES;
    groupAt = tail;
    groupDurable = -1;
    while (cursor.frameAt(tail) && cursor.type() != Frame.MARK) {
      if (cursor.sequence() != expected) {
        throw damaged(
            name, tail, "record %d stands where %d belongs".formatted(cursor.sequence(), expected));
      }
      if (cursor.durable() != groupDurable) {
        groupDurable = cursor.durable();
        groupAt = tail;
      }
      segment.wrote(expected, tail, tail + cursor.alignedLength());
      expected++;
      tail += cursor.alignedLength();
    }
  }

  /** The files behind the last segment: empty, or begun by a process that died at once. */
  private void verifySpares(List<Integer> numbers) throws IOException, JournalException {
    for (int number : numbers) {
      String name = Segment.name(number);
      try (SegmentFile file = storage.open(name)) {
        FrameCursor cursor = new FrameCursor(file);
        if (cursor.header() != null) {
          throw damaged(Segment.name(numbers.get(0)), 0, "the head of the file cannot be read");
        }
        // Only the first can have been touched: a segment is begun when the one before is durable.
        if (number == numbers.get(0)) {
          requireTorn(name, cursor, 0);
        }
      }
      spares.add(number);
    }
  }

  /** Cuts what was never durable, and makes durable what can be read. */
  private void repairTail() throws IOException, JournalException {
    String name = Segment.name(segments.size());
    try (SegmentFile file = storage.open(name)) {
      FrameCursor cursor = new FrameCursor(file);
      requireTorn(name, cursor, tail);
      boolean marked = cursor.frameAt(tail) && cursor.type() == Frame.MARK;
      long clean = marked ? tail + cursor.alignedLength() : tail;
      long dataEnd = cursor.dataEnd(clean);
      tornBytes += dataEnd - clean;
      erase(file, tail, dataEnd);
      // Of a file that was cut, the zeros behind the last frame may be missing.
      rewrite(file, groupAt == SegmentHeader.BYTES ? 0 : groupAt, Math.min(tail, cursor.end()));
      file.force();
    }
  }

  private void repairSpare(int number) throws IOException {
    try (SegmentFile file = storage.open(Segment.name(number))) {
      long dataEnd = new FrameCursor(file).dataEnd(0);
      if (dataEnd > 0) {
        tornBytes += dataEnd;
        erase(file, 0, dataEnd);
        file.force();
      }
    }
  }

  /** Looks for evidence that the record expected next was durable once. */
  private void requireTorn(String name, FrameCursor cursor, long from)
      throws IOException, JournalException {
    long dataEnd = cursor.dataEnd(from);
    for (long offset = from; offset < dataEnd; offset += Frame.ALIGNMENT) {
      if (cursor.frameAt(offset) && cursor.durable() >= expected) {
        throw damaged(
            name,
            from,
            "record %d was durable and cannot be read (%d at %d proves it)"
                .formatted(expected, cursor.sequence(), offset));
      }
    }
  }

  private static void erase(SegmentFile file, long from, long to) throws IOException {
    for (long at = from; at < to; at += ZEROS) {
      file.writeFully(ByteBuffer.allocate((int) Math.min(ZEROS, to - at)), at);
    }
  }

  /**
   * Writes the last group once more: after a failed sync the operating system may show bytes that
   * the disk does not have.
   */
  private static void rewrite(SegmentFile file, long from, long to) throws IOException {
    ByteBuffer copy = ByteBuffer.allocate(ZEROS);
    for (long at = from; at < to; at += copy.limit()) {
      copy.clear().limit((int) Math.min(ZEROS, to - at));
      while (copy.hasRemaining()) {
        if (file.read(copy, at + copy.position()) < 0) {
          throw new IOException("the file became shorter while it was read");
        }
      }
      copy.flip();
      file.writeFully(copy, at);
    }
  }

  private JournalException damaged(String name, long offset, String what) {
    return new JournalException(
        Reason.DAMAGED,
        ("%s/%s is damaged at byte %d: %s. Restore the folder from a copy, or move it away and let"
                + " the positions be reconciled with the venues before the node trades again")
            .formatted(storage.folder(), name, offset, what));
  }

  /** Segments in use, in order. */
  List<Segment> segments() {
    return segments;
  }

  /** Numbers of the prepared files behind them. */
  List<Integer> spares() {
    return spares;
  }

  /** Sequence number that the next record gets. */
  long nextSequence() {
    return expected;
  }

  /** Where the next record goes in the last segment. */
  long tail() {
    return tail;
  }

  /** Bytes of a torn tail that were cut off. */
  long tornBytes() {
    return tornBytes;
  }
}
