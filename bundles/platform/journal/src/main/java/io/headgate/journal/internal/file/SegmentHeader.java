package io.headgate.journal.internal.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a segment in use. A spare segment has zeros there.
 *
 * <pre>
 *  0  CRC32C of everything from 4 to 64
 *  4  64
 *  8  "HEADGATE" in ASCII
 * 16  version of the file format, 1
 * 20  number of the segment, from 1
 * 24  sequence number of its first record
 * 32  zeros
 * </pre>
 *
 * @param number number of the segment
 * @param firstSequence sequence number of its first record
 */
public record SegmentHeader(int number, long firstSequence) {

  /** Bytes that it takes up. */
  public static final int BYTES = 64;

  private static final long MAGIC = 0x45544147_44414548L;
  private static final int FORMAT = 1;
  private static final int MAGIC_AT = 8;
  private static final int FORMAT_AT = 16;
  private static final int NUMBER_AT = 20;
  private static final int FIRST_AT = 24;

  /** The bytes, ready to be written at the start of the file. */
  public ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(Frame.LENGTH_AT, BYTES).putLong(MAGIC_AT, MAGIC).putInt(FORMAT_AT, FORMAT);
    bytes.putInt(NUMBER_AT, number).putLong(FIRST_AT, firstSequence);
    bytes.putInt(0, Frame.checksum(bytes, 0, BYTES, new CRC32C()));
    return bytes;
  }

  /**
   * Reads a header.
   *
   * @param bytes {@link #BYTES} of them, from index 0, little-endian
   * @return null if they are no header of this format
   */
  static @Nullable SegmentHeader of(ByteBuffer bytes) {
    boolean valid =
        bytes.getInt(Frame.LENGTH_AT) == BYTES
            && bytes.getLong(MAGIC_AT) == MAGIC
            && bytes.getInt(FORMAT_AT) == FORMAT
            && bytes.getInt(0) == Frame.checksum(bytes, 0, BYTES, new CRC32C());
    return valid ? new SegmentHeader(bytes.getInt(NUMBER_AT), bytes.getLong(FIRST_AT)) : null;
  }
}
