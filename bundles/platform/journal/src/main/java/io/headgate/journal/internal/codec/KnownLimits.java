package io.headgate.journal.internal.codec;

import io.headgate.spi.limits.ResolvedLimits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Limits that were read before: the orders of one account in one instrument mostly have the same.
 * What stands in a record is compared byte by byte, so that what is given is what would be read.
 * Each has one place, where the next one of that place follows it. One thread only.
 */
final class KnownLimits {

  private static final int PLACES = 1_024;
  private static final int MAX_LENGTH = 4_096;

  private final @Nullable Entry[] places = new @Nullable Entry[PLACES];

  /** Limits as they stand in a record. */
  static final class Entry {
    private final byte[] encoded;
    private final ResolvedLimits limits;

    private Entry(byte[] encoded, ResolvedLimits limits) {
      this.encoded = encoded;
      this.limits = limits;
    }

    /** How many bytes they take. */
    int length() {
      return encoded.length;
    }

    ResolvedLimits limits() {
      return limits;
    }
  }

  /** The limits that begin at a byte; null if they are not known. */
  @Nullable Entry find(int hash, byte[] array, int from, int to) {
    Entry entry = places[place(hash)];
    if (entry == null) {
      return null;
    }
    int length = entry.encoded.length;
    return length <= to - from
            && Arrays.equals(entry.encoded, 0, length, array, from, from + length)
        ? entry
        : null;
  }

  void keep(int hash, byte[] array, int from, int to, ResolvedLimits limits) {
    if (to - from <= MAX_LENGTH) {
      places[place(hash)] = new Entry(Arrays.copyOfRange(array, from, to), limits);
    }
  }

  private static int place(int hash) {
    return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (PLACES - 1);
  }
}
