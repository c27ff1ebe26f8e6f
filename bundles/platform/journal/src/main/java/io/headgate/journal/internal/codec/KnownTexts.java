package io.headgate.journal.internal.codec;

import io.headgate.model.instrument.InstrumentId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were read before: most records of a journal consist of the same few. Each text has two
 * places, the one read last in the first of them. One thread only.
 */
public final class KnownTexts {

  private static final int PLACE_BITS = 12;

  /** An odd number with bits all over: 2^64 divided by the golden ratio. */
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAX_LENGTH = 64;

  private final @Nullable Text[] places = new @Nullable Text[1 << PLACE_BITS];
  private final @Nullable InstrumentId[] instruments = new @Nullable InstrumentId[1 << PLACE_BITS];
  private final KnownLimits limits = new KnownLimits();
  private long[] numbers = {};

  /** A text; one of at most sixteen bytes is told from others by its two words alone. */
  private static final class Text {
    private final byte[] utf8;
    private final long first;
    private final long last;
    private final String text;

    private Text(byte[] utf8, long first, long last) {
      this.utf8 = utf8;
      this.first = first;
      this.last = last;
      this.text = new String(utf8, StandardCharsets.UTF_8);
    }

    private boolean is(long itsFirst, long itsLast, byte[] array, int from, int length) {
      return first == itsFirst
          && last == itsLast
          && utf8.length == length
          && (length <= 2 * Long.BYTES
              || Arrays.equals(utf8, 0, length, array, from, from + length));
    }
  }

  String text(byte[] array, int from, int length) {
    if (length == 0) {
      return "";
    }
    if (length > MAX_LENGTH) {
      return new String(array, from, length, StandardCharsets.UTF_8);
    }
    long first = word(array, from, Math.min(length, Long.BYTES));
    long last = length <= Long.BYTES ? 0 : (long) LONG.get(array, from + length - Long.BYTES);
    int place = place(first, last, length);
    Text latest = places[place];
    if (latest != null && latest.is(first, last, array, from, length)) {
      return latest.text;
    }
    Text known = places[place + 1];
    if (known == null || !known.is(first, last, array, from, length)) {
      known = new Text(Arrays.copyOfRange(array, from, from + length), first, last);
    }
    places[place + 1] = latest;
    places[place] = known;
    return known.text;
  }

  /** The bytes as one number, the first of them lowest; zeros behind them. */
  private static long word(byte[] array, int from, int length) {
    if (from <= array.length - Long.BYTES) {
      long word = (long) LONG.get(array, from);
      return length == Long.BYTES ? word : word & ((1L << (length * Byte.SIZE)) - 1);
    }
    long word = 0;
    for (int i = length - 1; i >= 0; i--) {
      word = (word << Byte.SIZE) | Byte.toUnsignedLong(array[from + i]);
    }
    return word;
  }

  /** The first of two places. */
  private static int place(long first, long last, int length) {
    long mixed = first * MIX;
    mixed = ((mixed ^ (mixed >>> 32)) + last + length) * MIX;
    return (int) (mixed >>> (Long.SIZE - PLACE_BITS)) & -2;
  }

  /** An array of a length, the same one as long as that is asked for. */
  long[] numbers(int length) {
    if (numbers.length != length) {
      numbers = new long[length];
    }
    return numbers;
  }

  KnownLimits limits() {
    return limits;
  }

  /** Instruments have one place each, where the next one of that place follows it. */
  InstrumentId instrument(String symbol, String venue) {
    long mixed = (symbol.hashCode() * MIX + venue.hashCode()) * MIX;
    int place = (int) (mixed >>> (Long.SIZE - PLACE_BITS));
    InstrumentId known = instruments[place];
    if (known == null || !known.symbol().equals(symbol) || !known.venue().equals(venue)) {
      known = new InstrumentId(symbol, venue);
      instruments[place] = known;
    }
    return known;
  }
}
