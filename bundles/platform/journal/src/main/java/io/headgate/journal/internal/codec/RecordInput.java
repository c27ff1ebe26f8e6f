package io.headgate.journal.internal.codec;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.limits.ResolvedLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Reads back what {@link RecordOutput} wrote. A checksum has passed before, so what does not fit is
 * the work of another version; it throws {@link MalformedRecordException}.
 */
public final class RecordInput {

  private static final int MORE = 0x80;

  private final ByteBuffer bytes;
  private final KnownTexts known;

  /**
   * @param array holds the record
   * @param from where its payload begins
   * @param to where it ends, exclusive
   * @param known texts read before, so that each is made once
   */
  public RecordInput(byte[] array, int from, int to, KnownTexts known) {
    this.known = known;
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

  /** Reads eight bytes. */
  public long getLong() {
    need(Long.BYTES);
    return bytes.getLong();
  }

  /** Reads a compact long. */
  public long getCompact() {
    // On the array itself: a replay reads a hundred of these for each order.
    byte[] array = bytes.array();
    int base = bytes.arrayOffset();
    int at = base + bytes.position();
    int end = base + bytes.limit();
    long rest = 0;
    for (int shift = 0; shift < Long.SIZE && at < end; shift += 7) {
      int part = array[at++];
      rest |= (long) (part & (MORE - 1)) << shift;
      if (part >= 0) {
        bytes.position(at - base);
        return (rest >>> 1) ^ -(rest & 1);
      }
    }
    if (at == end) {
      bytes.position(bytes.limit());
      need(1);
    }
    throw new MalformedRecordException("a number has more than ten bytes");
  }

  /** Reads a date. */
  public LocalDate getDate() {
    return LocalDate.ofEpochDay(getCompact());
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
    return known.text(bytes.array(), from, length);
  }

  /** Reads an instrument. */
  public InstrumentId getInstrument() {
    return known.instrument(getText(), getText());
  }

  /**
   * Reads limits.
   *
   * @param hash of those whose limits they are
   * @param read reads them byte by byte, where they are not known
   */
  ResolvedLimits getLimits(int hash, Function<RecordInput, ResolvedLimits> read) {
    int base = bytes.arrayOffset();
    int from = base + bytes.position();
    KnownLimits.Entry before = known.limits().find(hash, bytes.array(), from, base + bytes.limit());
    if (before != null) {
      bytes.position(bytes.position() + before.length());
      return before.limits();
    }
    ResolvedLimits limits = read.apply(this);
    known.limits().keep(hash, bytes.array(), from, base + bytes.position(), limits);
    return limits;
  }

  /** Every counted thing takes a byte at least, so a larger count is nonsense, not a wish. */
  private void need(int count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new MalformedRecordException(
          "%d bytes wanted, %d are left".formatted(count, bytes.remaining()));
    }
  }
}
