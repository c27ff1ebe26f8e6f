package io.headgate.journal.internal;

import io.headgate.journal.internal.Segment.Place;
import io.headgate.journal.internal.codec.MalformedRecordException;
import io.headgate.journal.internal.codec.RecordCodec;
import io.headgate.journal.internal.file.Frame;
import io.headgate.journal.internal.file.FrameCursor;
import io.headgate.journal.internal.file.SegmentFile;
import io.headgate.journal.internal.file.Storage;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import java.io.IOException;
import java.util.List;

/** Reads records out of the segments, from any sequence number, beside the commit thread. */
final class RecordReader {

  private static final long ENOUGH = Long.MIN_VALUE;

  private final Storage storage;
  private final List<Segment> segments;

  RecordReader(Storage storage, List<Segment> segments) {
    this.storage = storage;
    this.segments = segments;
  }

  /**
   * Reads records.
   *
   * @param from first sequence number wanted
   * @param to last one, which must be in the files
   */
  void read(long from, long to, Journal.Reader reader) throws JournalException {
    long next = Math.max(1, from);
    int last = segments.size() - 1;
    int index = last;
    while (index > 0 && segments.get(index).firstSequence() > next) {
      index--;
    }
    while (next != ENOUGH && next <= to && index < segments.size()) {
      Segment segment = segments.get(index);
      next = read(segment, next, to, reader);
      index++;
    }
    if (next <= to && next != ENOUGH) {
      throw new JournalException(
          Reason.DAMAGED,
          "%s: the records from %d to %d can not be read any more; restore the folder from a copy"
              .formatted(storage.folder(), next, to));
    }
  }

  /**
   * @return the sequence number to go on with in the next segment; {@link #ENOUGH} if the reader
   *     has had enough
   */
  private long read(Segment segment, long from, long to, Journal.Reader reader)
      throws JournalException {
    Place place = segment.before(from);
    long next = place.sequence();
    long offset = place.offset();
    try (SegmentFile file = storage.open(segment.name())) {
      FrameCursor cursor = new FrameCursor(file);
      while (next <= to && cursor.frameAt(offset) && cursor.type() != Frame.MARK) {
        if (cursor.sequence() != next) {
          throw damaged(
              segment,
              offset,
              "record %d stands where %d belongs".formatted(cursor.sequence(), next));
        }
        boolean wanted = next >= from && reader.wants(RecordCodec.kind(cursor.type()));
        if (wanted && !reader.record(next, decode(segment, cursor, offset))) {
          return ENOUGH;
        }
        offset += cursor.alignedLength();
        next++;
      }
      return next;
    } catch (IOException e) {
      throw damaged(segment, offset, e.toString());
    }
  }

  private JournalRecord decode(Segment segment, FrameCursor cursor, long offset)
      throws JournalException {
    try {
      return RecordCodec.read(cursor.type(), cursor.version(), cursor.payload(), cursor.sequence());
    } catch (MalformedRecordException e) {
      throw damaged(
          segment,
          offset,
          "record %d has a form that this version of Headgate can not read: %s"
              .formatted(cursor.sequence(), e.getMessage()));
    }
  }

  private JournalException damaged(Segment segment, long offset, String what) {
    return new JournalException(
        Reason.DAMAGED,
        "%s/%s at byte %d: %s".formatted(storage.folder(), segment.name(), offset, what));
  }
}
