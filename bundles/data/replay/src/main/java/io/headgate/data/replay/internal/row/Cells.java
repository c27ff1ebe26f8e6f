package io.headgate.data.replay.internal.row;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits one line into cells after RFC 4180: a quoted cell may hold delimiters and doubled quotes.
 * Blanks around a cell are dropped. A quoted cell cannot go on in the next line.
 */
final class Cells {

  private final String line;
  private final char delimiter;
  private int at;

  private Cells(String line, char delimiter) {
    this.line = line;
    this.delimiter = delimiter;
  }

  /** The cells, or null if a quote does not end or something follows its end. */
  static @Nullable List<String> split(String line, char delimiter) {
    return new Cells(line, delimiter).split();
  }

  private @Nullable List<String> split() {
    List<String> cells = new ArrayList<>();
    while (true) {
      passBlanks();
      String cell = at < line.length() && line.charAt(at) == '"' ? quoted() : bare();
      if (cell == null) {
        return null;
      }
      cells.add(cell);
      if (at == line.length()) {
        return cells;
      }
      at++;
    }
  }

  private void passBlanks() {
    while (at < line.length()
        && line.charAt(at) != delimiter
        && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
  }

  private String bare() {
    int end = line.indexOf(delimiter, at);
    int stop = end < 0 ? line.length() : end;
    String cell = line.substring(at, stop).stripTrailing();
    at = stop;
    return cell;
  }

  private @Nullable String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (true) {
      int quote = line.indexOf('"', at);
      if (quote < 0) {
        return null;
      }
      cell.append(line, at, quote);
      at = quote + 1;
      if (at == line.length() || line.charAt(at) != '"') {
        break;
      }
      cell.append('"');
      at++;
    }
    passBlanks();
    return at == line.length() || line.charAt(at) == delimiter ? cell.toString() : null;
  }
}
