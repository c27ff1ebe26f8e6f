package io.headgate.data.replay.internal.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a stream as ranges of one reused buffer; nothing is copied or decoded. Lines end with LF
 * or CR LF; the last one may lack its end. Not safe for use by several threads.
 */
public final class LineReader {

  private final byte[] buffer;
  private final InputStream stream;
  private int position;
  private int limit;
  private int from;
  private int to;
  private long line;
  private boolean oversized;
  private boolean ended;

  /**
   * Reads a stream from its beginning; a byte order mark of UTF-8 is passed over.
   *
   * @param capacity longest line, bytes
   */
  public LineReader(InputStream stream, int capacity) {
    this.stream = stream;
    this.buffer = new byte[capacity];
  }

  /**
   * Moves to the next line.
   *
   * @return whether there is one
   * @throws IOException as the stream does; all whole lines before have been returned
   */
  public boolean next() throws IOException {
    oversized = false;
    int searched = position;
    while (true) {
      int end = lineFeed(searched);
      if (end >= 0) {
        take(end, end + 1);
        return true;
      }
      searched = limit;
      if (ended) {
        if (position == limit && !oversized) {
          return false;
        }
        take(limit, limit);
        return true;
      }
      searched -= fill();
    }
  }

  private int lineFeed(int searchedTo) {
    byte[] bytes = buffer;
    for (int i = searchedTo; i < limit; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void take(int end, int nextPosition) {
    from = oversized ? end : position;
    to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    position = nextPosition;
    line++;
    if (line == 1 && to - from >= 3 && hasByteOrderMark()) {
      from += 3;
    }
  }

  private boolean hasByteOrderMark() {
    return buffer[from] == (byte) 0xEF
        && buffer[from + 1] == (byte) 0xBB
        && buffer[from + 2] == (byte) 0xBF;
  }

  /**
   * Makes room and reads on.
   *
   * @return by how much the bytes in the buffer moved towards its beginning
   */
  private int fill() throws IOException {
    int moved = position;
    if (limit == buffer.length) {
      if (position == 0) {
        // A line longer than the buffer: forget it, remember that it was there.
        oversized = true;
        moved = limit;
        position = limit;
      }
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    } else {
      moved = 0;
    }
    int read = stream.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      ended = true;
    } else {
      limit += read;
    }
    return moved;
  }

  /** The buffer; valid until the next call of {@link #next}. */
  public byte[] bytes() {
    return buffer;
  }

  /** Index of the line's first byte. */
  public int from() {
    return from;
  }

  /** Index behind the line's last byte, its line end left out. */
  public int to() {
    return to;
  }

  /** Number of the line, from 1. */
  public long line() {
    return line;
  }

  /** Whether the line was longer than the capacity and its content is lost. */
  public boolean oversized() {
    return oversized;
  }

  /** Whether bytes of a line that has not ended are at hand; asked after an error. */
  public boolean insideLine() {
    return limit > position || oversized;
  }
}
