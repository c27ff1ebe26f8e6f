package io.headgate.data.replay.internal.row;

/** The numbers of one row; one object is reused for all rows. */
public final class Row {

  /** Time of the row, UTC nanoseconds since 1970. */
  long time;

  /** Columns that the row has, the ignored ones included. */
  int columns;

  /** Why the row is skipped, in words; for messages. */
  String detail = "";

  /** Values in the order of a market batch, nine decimals; absent ones are 0. */
  final long[] values = new long[5];

  void clear() {
    time = 0;
    columns = 0;
    detail = "";
    for (int i = 0; i < values.length; i++) {
      values[i] = 0;
    }
  }

  SkipReason skip(SkipReason reason, String why) {
    detail = why;
    return reason;
  }

  /** Time of the row, UTC nanoseconds since 1970. */
  public long time() {
    return time;
  }

  /** A value, nine decimals, in the order of a market batch. */
  public long value(int column) {
    return values[column];
  }

  /** Why the row is skipped, in words. */
  public String detail() {
    return detail;
  }
}
