package io.headgate.journal.internal.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a record lies in a file. All numbers are little-endian; a frame starts at a multiple of
 * {@link #ALIGNMENT} and is followed by zeros up to the next.
 *
 * <pre>
 *  0  CRC32C of everything from 4 to the end of the frame
 *  4  length of the frame, header included
 *  8  sequence number
 * 16  highest sequence number that was durable when this frame was written
 * 24  type, 25 version of the form, 26 two zeros
 * 28  payload
 * </pre>
 *
 * <p>The number at 16 is what tells a torn tail from a damaged middle: a frame that cannot be read
 * was lost by a crash before it was durable, unless a later frame says that it was durable.
 */
public final class Frame {

  /** Bytes before the payload. */
  public static final int HEADER = 28;

  /** Frames start at multiples of this. */
  public static final int ALIGNMENT = 8;

  /** Type of the frame that only says what is durable; the next frame is written over it. */
  public static final int MARK = 127;

  /** Where the length stands. */
  public static final int LENGTH_AT = 4;

  /** Where the sequence number stands. */
  public static final int SEQUENCE_AT = 8;

  /** Where the highest durable sequence number stands. */
  public static final int DURABLE_AT = 16;

  /** Where type and version stand. */
  public static final int TYPE_AT = 24;

  private Frame() {}

  /** Bytes that a frame takes up, the zeros behind it included. */
  public static int aligned(int length) {
    return (length + ALIGNMENT - 1) & -ALIGNMENT;
  }

  /** Type and version as they stand at {@link #TYPE_AT}. */
  public static int typeAndVersion(int type, int version) {
    return type | version << Byte.SIZE;
  }

  /**
   * Completes a frame: what is durable, and the checksum.
   *
   * @param buffer little-endian; position and limit stay as they are
   * @param at where the frame begins in it
   */
  public static void seal(ByteBuffer buffer, int at, int length, long durable, CRC32C crc) {
    buffer.putLong(at + DURABLE_AT, durable);
    buffer.putInt(at, checksum(buffer, at, length, crc));
  }

  static int checksum(ByteBuffer buffer, int at, int length, CRC32C crc) {
    crc.reset();
    if (buffer.hasArray()) {
      crc.update(buffer.array(), buffer.arrayOffset() + at + LENGTH_AT, length - LENGTH_AT);
    } else {
      crc.update(buffer.slice(at + LENGTH_AT, length - LENGTH_AT));
    }
    return (int) crc.getValue();
  }

  /** A frame that says what is durable, ready to be written. */
  public static ByteBuffer mark(long durable) {
    ByteBuffer mark = ByteBuffer.allocate(aligned(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    mark.putInt(LENGTH_AT, HEADER).putLong(SEQUENCE_AT, durable).putInt(TYPE_AT, MARK);
    seal(mark, 0, HEADER, durable, new CRC32C());
    return mark;
  }
}
