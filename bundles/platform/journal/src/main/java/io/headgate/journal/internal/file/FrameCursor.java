package io.headgate.journal.internal.file;

import io.headgate.journal.internal.codec.KnownTexts;
import io.headgate.journal.internal.codec.RecordInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Looks at the frames of one file through a window that moves forward. One thread only. */
public final class FrameCursor {

  /** No frame is longer: the window holds every frame as a whole. */
  public static final int MAX_FRAME = 256 * 1024;

  private static final int WINDOW = 1024 * 1024;

  private final SegmentFile file;
  private final long end;
  private final ByteBuffer window;
  private final CRC32C crc = new CRC32C();
  private final KnownTexts known = new KnownTexts();
  private long windowAt;
  private int at;
  private int length;

  /** Starts at the beginning of a file, as long as it is now. */
  public FrameCursor(SegmentFile file) throws IOException {
    this.file = file;
    this.end = file.size();
    int size = (int) Math.min(WINDOW, end);
    this.window = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    window.limit(0);
  }

  /** The header of the segment; null if there is none that can be read. */
  public @Nullable SegmentHeader header() throws IOException {
    if (!see(0, SegmentHeader.BYTES)) {
      return null;
    }
    return SegmentHeader.of(window.slice(at, SegmentHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Whether a whole frame with the right checksum begins here; then it is the current one. */
  public boolean frameAt(long offset) throws IOException {
    if (!see(offset, Frame.HEADER)) {
      return false;
    }
    int claimed = window.getInt(at + Frame.LENGTH_AT);
    if (claimed < Frame.HEADER || claimed > MAX_FRAME || !see(offset, claimed)) {
      return false;
    }
    length = claimed;
    return window.getInt(at) == Frame.checksum(window, at, length, crc);
  }

  /** Bytes that the current frame takes up. */
  public int alignedLength() {
    return Frame.aligned(length);
  }

  /** Sequence number of the current frame. */
  public long sequence() {
    return window.getLong(at + Frame.SEQUENCE_AT);
  }

  /** What was durable when the current frame was written. */
  public long durable() {
    return window.getLong(at + Frame.DURABLE_AT);
  }

  /** Type of the current frame. */
  public int type() {
    return window.get(at + Frame.TYPE_AT);
  }

  /** Version of the form of the current frame. */
  public int version() {
    return window.get(at + Frame.TYPE_AT + 1);
  }

  /** The payload of the current frame; valid until the cursor moves. */
  public RecordInput payload() {
    return new RecordInput(window.array(), at + Frame.HEADER, at + length, known);
  }

  /** Length of the file. */
  public long end() {
    return end;
  }

  /** Where the last byte that is not zero ends, at or behind an offset; the offset if none is. */
  public long dataEnd(long from) throws IOException {
    long found = from;
    for (long offset = from; offset < end; offset += window.capacity()) {
      int here = (int) Math.min(window.capacity(), end - offset);
      if (!see(offset, here)) {
        throw new IOException("the file became shorter while it was read");
      }
      int last = lastByte(here);
      if (last >= 0) {
        found = offset + last + 1;
      }
    }
    return found;
  }

  /** Index of the last byte that is not zero among some bytes of the window; -1 if none is. */
  private int lastByte(int count) {
    int i = count;
    while (i >= Long.BYTES && window.getLong(at + i - Long.BYTES) == 0) {
      i -= Long.BYTES;
    }
    while (i > 0 && window.get(at + i - 1) == 0) {
      i--;
    }
    return i - 1;
  }

  /** Makes some bytes visible in the window, at index {@code at}. */
  private boolean see(long offset, int bytes) throws IOException {
    if (offset + bytes > end) {
      return false;
    }
    if (offset < windowAt || offset + bytes > windowAt + window.limit()) {
      window.clear();
      windowAt = offset;
      while (window.position() < bytes
          || (window.hasRemaining() && offset + window.position() < end)) {
        if (file.read(window, offset + window.position()) < 0) {
          break;
        }
      }
      window.flip();
    }
    at = (int) (offset - windowAt);
    return window.limit() - at >= bytes;
  }
}
