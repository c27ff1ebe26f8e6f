package io.headgate.journal.internal.codec;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.limits.ResolvedLimits;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads back what {@link RecordOutput} wrote. A checksum has passed before, so what does not fit is
 * the work of another version; it throws {@link MalformedRecordException}.
 */
public final class RecordInput {

  private static final int MORE = 0x80;

  /** The bit of each of eight bytes that the last byte of a compact number does not have. */
  private static final long LAST_BYTES = 0x8080808080808080L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] array;
  private final int end;
  private final KnownTexts known;
  private int at;

  /**
   * @param array holds the record
   * @param from where its payload begins
   * @param to where it ends, exclusive
   * @param known texts read before, so that each is made once
   */
  public RecordInput(byte[] array, int from, int to, KnownTexts known) {
    this.array = array;
    this.at = Objects.checkFromToIndex(from, to, array.length);
    this.end = to;
    this.known = known;
  }

  /** Bytes that were not read. */
  public int remaining() {
    return end - at;
  }

  /** Reads one byte, 0 to 255. */
  public int getByte() {
    need(1);
    return Byte.toUnsignedInt(array[at++]);
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
    long value = (long) LONG.get(array, at);
    at += Long.BYTES;
    return value;
  }

  /** Reads a compact long. */
  public long getCompact() {
    // Most numbers take one byte.
    if (at < end && array[at] >= 0) {
      return signed(array[at++]);
    }
    if (at <= array.length - Long.BYTES) {
      long word = (long) LONG.get(array, at);
      int bytes = (Long.numberOfTrailingZeros(~word & LAST_BYTES) + 1) / Byte.SIZE;
      if (bytes < Long.BYTES && bytes <= end - at) {
        at += bytes;
        return signed(joined(word & ((1L << (bytes * Byte.SIZE)) - 1)));
      }
    }
    return getCompactByBytes();
  }

  /** The lower seven bits of eight bytes, without the gaps between them. */
  private static long joined(long word) {
    long pairs = (word & 0x007f007f007f007fL) | ((word & 0x7f007f007f007f00L) >>> 1);
    long quads = (pairs & 0x00003fff00003fffL) | ((pairs & 0x3fff00003fff0000L) >>> 2);
    return (quads & 0x0fffffffL) | ((quads & 0x0fffffff00000000L) >>> 4);
  }

  /** At the end of the array, and for numbers of eight bytes and more. */
  private long getCompactByBytes() {
    int from = at;
    long rest = 0;
    for (int shift = 0; shift < Long.SIZE && from < end; shift += 7) {
      int part = array[from++];
      rest |= (long) (part & (MORE - 1)) << shift;
      if (part >= 0) {
        at = from;
        return signed(rest);
      }
    }
    if (from == end) {
      at = end;
      need(1);
    }
    throw new MalformedRecordException("a number has more than ten bytes");
  }

  private static long signed(long compact) {
    return (compact >>> 1) ^ -(compact & 1);
  }

  /**
   * Reads counted compact longs.
   *
   * @return an array that is filled anew for the next record
   */
  long[] getCompacts() {
    long[] numbers = known.numbers(getCount());
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = getCompact();
    }
    return numbers;
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
    int from = at;
    at += length;
    return known.text(array, from, length);
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
    int from = at;
    KnownLimits.Entry before = known.limits().find(hash, array, from, end);
    if (before != null) {
      at += before.length();
      return before.limits();
    }
    ResolvedLimits limits = read.apply(this);
    known.limits().keep(hash, array, from, at, limits);
    return limits;
  }

  /** Every counted thing takes a byte at least, so a larger count is nonsense, not a wish. */
  private void need(int count) {
    if (count < 0 || count > end - at) {
      throw new MalformedRecordException("%d bytes wanted, %d are left".formatted(count, end - at));
    }
  }
}
