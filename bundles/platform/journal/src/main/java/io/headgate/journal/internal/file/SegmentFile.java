package io.headgate.journal.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file of the journal; all that it does to a disk, so that tests can make it fail. */
public interface SegmentFile extends Closeable {

  /**
   * Writes at a position; may write less than there is.
   *
   * @return bytes written
   */
  int write(ByteBuffer source, long position) throws IOException;

  /**
   * Reads from a position; may read less than there is room.
   *
   * @return bytes read, -1 at the end of the file
   */
  int read(ByteBuffer target, long position) throws IOException;

  /** Waits until everything written is on the disk. */
  void force() throws IOException;

  /** Length in bytes. */
  long size() throws IOException;

  /** Writes everything that there is. */
  default void writeFully(ByteBuffer source, long position) throws IOException {
    long at = position;
    while (source.hasRemaining()) {
      int written = write(source, at);
      if (written <= 0) {
        throw new IOException("the disk took no more bytes at " + at);
      }
      at += written;
    }
  }
}
