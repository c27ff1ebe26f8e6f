package io.headgate.data.replay.internal.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one instrument, file after file, and judges each: readable, in order, and with
 * prices that can be meant. Not safe for use by several threads.
 */
public final class RowReader {

  private final RowFormat format;
  private final TimeColumn times;
  private final PlainRows plain;
  private final CarefulRows careful;
  private final PriceCheck prices;
  private final Row row = new Row();
  private long lastTime = Long.MIN_VALUE;
  private boolean first;
  private int columns;
  private int otherColumns;
  private int otherRows;

  /**
   * A reader before its first file.
   *
   * @throws IllegalArgumentException if the time column is a pattern that cannot be understood
   */
  public RowReader(RowFormat format, Tolerance tolerance) {
    Layout layout = format.layout();
    this.format = format;
    this.times = new TimeColumn(layout.timeBase(), layout.timeColumn(), format.zone());
    this.plain = new PlainRows(format, times);
    this.careful = new CarefulRows(format, times);
    this.prices = new PriceCheck(layout.kind(), tolerance);
  }

  /** Begins a file or an entry of an archive, of one date where times count from midnight. */
  public void begin(@Nullable LocalDate date) {
    if (date != null) {
      times.date(date);
    }
    first = true;
    columns = 0;
    otherRows = 0;
  }

  /** The row that was read last. */
  public Row row() {
    return row;
  }

  /** Notes that a row could not even be held. */
  public SkipReason tooLong(int capacity) {
    return row.skip(SkipReason.MALFORMED_ROW, "it is longer than %d bytes".formatted(capacity));
  }

  /**
   * Reads a row out of the bytes of one line.
   *
   * @return null if the row can be delivered, else why not; then the row's detail says it in words
   */
  public @Nullable SkipReason read(byte[] bytes, int from, int to) {
    boolean start = first;
    first = false;
    if (start && format.header() == RowFormat.Header.YES) {
      return row.skip(SkipReason.HEADER, "names of columns");
    }
    row.clear();
    if (!plain.read(bytes, from, to, row)) {
      String line = new String(bytes, from, to - from, UTF_8);
      if (line.isBlank()) {
        first = start;
        return row.skip(SkipReason.BLANK_ROW, "it is blank");
      }
      SkipReason reason = careful.read(line, row);
      if (reason != null) {
        boolean names = start && format.header() == RowFormat.Header.AUTO && careful.isHeader(line);
        return names ? row.skip(SkipReason.HEADER, "names of columns") : reason;
      }
    }
    return judge();
  }

  private @Nullable SkipReason judge() {
    if (row.columns == columns) {
      otherRows = 0;
    } else if (!isNewWidth()) {
      return row.skip(
          SkipReason.MALFORMED_ROW,
          "it has %d columns, the rows before have %d".formatted(row.columns, columns));
    }
    if (row.time < lastTime) {
      return row.skip(
          SkipReason.TIME_BACKWARDS,
          "its time is %d ns before the row before".formatted(lastTime - row.time));
    }
    SkipReason reason = prices.check(row);
    if (reason == null) {
      lastTime = row.time;
    }
    return reason;
  }

  /** Rows glued together differ in width from the others; three alike in a row are no accident. */
  private boolean isNewWidth() {
    otherRows = row.columns == otherColumns ? otherRows + 1 : 1;
    otherColumns = row.columns;
    if (columns == 0 || otherRows >= PriceCheck.CONFIRMATIONS) {
      columns = row.columns;
      otherRows = 0;
      return true;
    }
    return false;
  }
}
