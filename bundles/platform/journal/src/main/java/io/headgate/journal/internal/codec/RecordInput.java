package io.headgate.journal.internal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Reads back what {@link RecordOutput} wrote. A checksum has passed before, so what does not fit is
 * the work of another version; it throws {@link MalformedRecordException}.
 */
public final class RecordInput {

  private static final int MORE = 0x80;

  private final ByteBuffer bytes;

  /**
   * @param array holds the record
   * @param from where its payload begins
   * @param to where it ends, exclusive
   */
  public RecordInput(byte[] array, int from, int to) {
    this.bytes = ByteBuffer.wrap(array, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes that were not read. */
  public int remaining() {
    return bytes.remaining();
  }

  /** Reads one byte, 0 to 255. */
  public int getByte() {
    need(1);
    return Byte.toUnsignedInt(bytes.get());
  }

  /** Reads a yes or no. */
  public boolean getBoolean() {
    int value = getByte();
    if (value > 1) {
      throw new MalformedRecordException("byte " + value + " is neither yes nor no");
    }
    return value == 1;
  }

  /** Reads four bytes. */
  public int getInt() {
    need(Integer.BYTES);
    return bytes.getInt();
  }

  /** Reads eight bytes. */
  public long getLong() {
    need(Long.BYTES);
    return bytes.getLong();
  }

  /** Reads a date. */
  public LocalDate getDate() {
    return LocalDate.ofEpochDay(getLong());
  }

  /** Reads a count. */
  public int getCount() {
    int count = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int part = getByte();
      count |= (part & (MORE - 1)) << shift;
      if (part < MORE) {
        need(count);
        return count;
      }
    }
    throw new MalformedRecordException("a count has more than five bytes");
  }

  /** Reads a text. */
  public String getText() {
    int length = getCount();
    int from = bytes.arrayOffset() + bytes.position();
    bytes.position(bytes.position() + length);
    return new String(bytes.array(), from, length, StandardCharsets.UTF_8);
  }

  /** Every counted thing takes a byte at least, so a larger count is nonsense, not a wish. */
  private void need(int count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new MalformedRecordException(
          "%d bytes wanted, %d are left".formatted(count, bytes.remaining()));
    }
  }
}
