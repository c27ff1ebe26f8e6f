package io.headgate.data.replay.internal.row;

import java.time.ZoneId;

/**
 * How rows are written.
 *
 * @param layout which column holds what
 * @param delimiter between columns, one ASCII character
 * @param zone of times without an offset
 * @param priceScale by which recorded prices were multiplied
 * @param sizeScale by which recorded sizes were multiplied
 * @param header whether each file begins with names
 */
public record RowFormat(
    Layout layout, char delimiter, ZoneId zone, Scale priceScale, Scale sizeScale, Header header) {

  /** Whether the first row of each file holds names. */
  public enum Header {
    YES,
    NO,
    /** It does if all columns in use begin with a letter there. */
    AUTO
  }

  /** How to read the number of a value: one unit is ten to this power of nine-decimal units. */
  int exponent(int slot) {
    if (slot < 0) {
      return 0;
    }
    return layout.isSize(slot) ? sizeScale.exponent() : priceScale.exponent();
  }
}
