package io.headgate.data.replay.internal.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads any row, slowly, and says what is wrong with it: quotes, blanks, signs, exponents. Not safe
 * for use by several threads.
 */
final class CarefulRows {

  private static final Set<String> ABSENT = Set.of("", "nan", "null", "none", "na", "n/a", "-");
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  /** Beyond it, an exponent only makes BigDecimal allocate. */
  private static final int WIDEST = 60;

  private final RowFormat format;
  private final Layout layout;
  private final TimeColumn times;

  CarefulRows(RowFormat format, TimeColumn times) {
    this.format = format;
    this.layout = format.layout();
    this.times = times;
  }

  /** Reads a row; null if it could, else why not, with the words in the row's detail. */
  @Nullable SkipReason read(String line, Row row) {
    row.clear();
    List<String> cells = Cells.split(line, format.delimiter());
    if (cells == null) {
      return row.skip(SkipReason.MALFORMED_ROW, "its quotes do not match");
    }
    row.columns = cells.size();
    if (cells.size() < layout.width()) {
      return row.skip(
          SkipReason.MALFORMED_ROW,
          "it has %d columns, expected at least %d".formatted(cells.size(), layout.width()));
    }
    for (int column = 0; column < layout.width(); column++) {
      SkipReason reason = cell(cells.get(column), column, row);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  /** Whether each column in use begins like a name. */
  boolean isHeader(String line) {
    List<String> cells = Cells.split(line, format.delimiter());
    if (cells == null || cells.size() < layout.width()) {
      return false;
    }
    for (int column = 0; column < layout.width(); column++) {
      String cell = cells.get(column);
      boolean named =
          !ABSENT.contains(cell.toLowerCase(Locale.ROOT))
              && (Character.isLetter(cell.charAt(0)) || "#<_".indexOf(cell.charAt(0)) >= 0);
      if (layout.slot(column) != Layout.IGNORED && !named) {
        return false;
      }
    }
    return true;
  }

  private @Nullable SkipReason cell(String cell, int column, Row row) {
    int slot = layout.slot(column);
    if (slot == Layout.IGNORED) {
      return null;
    }
    return slot == Layout.TIME ? time(cell, column, row) : value(cell, column, slot, row);
  }

  private @Nullable SkipReason time(String cell, int column, Row row) {
    if (times.isText()) {
      byte[] bytes = cell.getBytes(UTF_8);
      row.time = times.ofText(bytes, 0, bytes.length);
      return row.time == TimeColumn.NONE
          ? row.skip(SkipReason.MALFORMED_ROW, wrong(column, cell, "a time"))
          : null;
    }
    BigDecimal number = number(cell);
    if (number == null) {
      return row.skip(SkipReason.MALFORMED_ROW, wrong(column, cell, "a number"));
    }
    BigInteger nanos = number.scaleByPowerOfTen(times.exponent()).toBigInteger();
    boolean fits = nanos.abs().compareTo(MOST) <= 0;
    row.time = fits ? times.ofNumber(nanos.longValue()) : TimeColumn.NONE;
    return row.time == TimeColumn.NONE
        ? row.skip(SkipReason.TIME_OUT_OF_RANGE, wrong(column, cell, "a time of this base"))
        : null;
  }

  private @Nullable SkipReason value(String cell, int column, int slot, Row row) {
    boolean size = layout.isSize(slot);
    if (ABSENT.contains(cell.toLowerCase(Locale.ROOT))) {
      return size ? null : row.skip(SkipReason.MISSING_PRICE, wrong(column, cell, "a price"));
    }
    BigDecimal number = number(cell);
    if (number == null) {
      return row.skip(SkipReason.MALFORMED_ROW, wrong(column, cell, "a number"));
    }
    BigDecimal scaled = number.scaleByPowerOfTen(format.exponent(slot)).stripTrailingZeros();
    if (scaled.scale() > 0) {
      return row.skip(SkipReason.TOO_PRECISE, wrong(column, cell, "at most nine decimals"));
    }
    if (scaled.toBigInteger().abs().compareTo(MOST) > 0) {
      return row.skip(
          size ? SkipReason.ABSURD_SIZE : SkipReason.ABSURD_PRICE,
          wrong(column, cell, "at most 9223372036"));
    }
    row.values[slot] = scaled.longValue();
    return null;
  }

  private static @Nullable BigDecimal number(String cell) {
    try {
      BigDecimal number = new BigDecimal(cell);
      boolean sane = Math.abs((long) number.precision() - number.scale()) <= WIDEST;
      return number.signum() == 0 ? BigDecimal.ZERO : sane ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private String wrong(int column, String cell, String expected) {
    return "%s is '%s', expected %s"
        .formatted(
            layout.name(column), cell.length() > 40 ? cell.substring(0, 40) : cell, expected);
  }
}
