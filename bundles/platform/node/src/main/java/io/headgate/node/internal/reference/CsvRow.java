package io.headgate.node.internal.reference;

import io.headgate.model.number.Fixed;
import java.util.List;
import java.util.function.Function;

/** One row of a table; reads its cells and says which column holds what cannot be read. */
record CsvRow(List<String> columns, List<String> cells) {

  /** The cell of a column, which must not be empty. */
  String text(String column) {
    String cell = raw(column);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException("column %s is empty".formatted(column));
    }
    return cell;
  }

  /** The cell of a column, which may be empty. */
  String raw(String column) {
    return cells.get(columns.indexOf(column));
  }

  /** A number above 0 with at most nine decimals. */
  long positive(String column) {
    String expected = "a number above 0 with at most nine decimals";
    long value = parsed(column, expected, Fixed::parse);
    if (value <= 0) {
      throw refusal(column, expected);
    }
    return value;
  }

  /** A cell read by a function that throws a {@link RuntimeException} for what it cannot read. */
  <T> T parsed(String column, String expected, Function<String, T> parser) {
    try {
      return parser.apply(text(column));
    } catch (ArithmeticException
        | java.time.DateTimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw refusal(column, expected);
    }
  }

  IllegalArgumentException refusal(String column, String expected) {
    return new IllegalArgumentException(
        "column %s is '%s', expected %s".formatted(column, raw(column), expected));
  }
}
