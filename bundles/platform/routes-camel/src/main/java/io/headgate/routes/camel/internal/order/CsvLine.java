package io.headgate.routes.camel.internal.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one line of CSV (RFC 4180, comma, double quotes). A value never spans lines, so that a lost
 * quote costs one line and not the rest of the file.
 */
final class CsvLine {

  private CsvLine() {}

  /**
   * The values of a line by column.
   *
   * @throws IllegalArgumentException if their number or the quotes are wrong
   */
  static Map<String, String> values(List<String> columns, String line) {
    List<String> cells = cells(line);
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%d values, expected %d as in the first line".formatted(cells.size(), columns.size()));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      values.put(columns.get(i), cells.get(i));
    }
    return values;
  }

  /**
   * The cells of a line.
   *
   * @throws IllegalArgumentException if a quote is out of place
   */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      StringBuilder cell = new StringBuilder();
      at = line.startsWith("\"", at) ? quoted(line, at + 1, cell) : plain(line, at, cell);
      cells.add(cell.toString());
      if (at < line.length() && line.charAt(at) != ',') {
        throw new IllegalArgumentException("column %d: a comma must follow".formatted(at + 1));
      }
      at++;
    }
    return cells;
  }

  private static int plain(String line, int start, StringBuilder cell) {
    int comma = line.indexOf(',', start);
    int end = comma < 0 ? line.length() : comma;
    cell.append(line, start, end);
    if (cell.indexOf("\"") >= 0) {
      throw new IllegalArgumentException(
          "column %d: a quote inside a value that does not begin with one".formatted(start + 1));
    }
    return end;
  }

  private static int quoted(String line, int start, StringBuilder cell) {
    int at = start;
    while (true) {
      int quote = line.indexOf('"', at);
      if (quote < 0) {
        throw new IllegalArgumentException("column %d: the quote is not closed".formatted(start));
      }
      cell.append(line, at, quote);
      if (!line.startsWith("\"", quote + 1)) {
        return quote + 1;
      }
      cell.append('"');
      at = quote + 2;
    }
  }
}
