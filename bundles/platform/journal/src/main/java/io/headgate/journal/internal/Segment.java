package io.headgate.journal.internal;

import io.headgate.journal.internal.file.SegmentHeader;
import java.util.Arrays;

/**
 * A segment in use: which file, and where some of its records lie. Written by one thread, read by
 * all.
 */
final class Segment {

  /** Every so many records the place of one is noted, so that a reader need not start in front. */
  static final int STRIDE = 1_024;

  private static final String SUFFIX = ".journal";

  private final int number;
  private final long firstSequence;
  private volatile long[] places = new long[0];
  private volatile long bytes;

  Segment(int number, long firstSequence) {
    this.number = number;
    this.firstSequence = firstSequence;
  }

  /** Name of the file of a segment. */
  static String name(int number) {
    return "%010d%s".formatted(number, SUFFIX);
  }

  /** Number of the segment that a file holds; 0 if it holds none. */
  static int number(String name) {
    String digits = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
    return digits.matches("\\d{10}") && digits.compareTo("2147483647") <= 0
        ? Integer.parseInt(digits)
        : 0;
  }

  String name() {
    return name(number);
  }

  int number() {
    return number;
  }

  long firstSequence() {
    return firstSequence;
  }

  /** Bytes in use. */
  long bytes() {
    return bytes;
  }

  /** Notes that a record was written. */
  void wrote(long sequence, long offset, long end) {
    if ((sequence - firstSequence) % STRIDE == 0) {
      long[] longer = Arrays.copyOf(places, places.length + 1);
      longer[places.length] = offset;
      places = longer;
    }
    bytes = end;
  }

  /** A place at or before a record, with the sequence number of the record that lies there. */
  Place before(long sequence) {
    long[] known = places;
    int stride = (int) Math.min((sequence - firstSequence) / STRIDE, known.length - 1L);
    return stride < 0
        ? new Place(firstSequence, SegmentHeader.BYTES)
        : new Place(firstSequence + (long) stride * STRIDE, known[stride]);
  }

  /** Where a record lies in the file. */
  record Place(long sequence, long offset) {}
}
