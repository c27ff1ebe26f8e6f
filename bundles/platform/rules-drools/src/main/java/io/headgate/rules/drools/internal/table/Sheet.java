package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file as a spreadsheet writes it: commas, semicolons or tabs, quotes, empty lines. */
final class Sheet {

  private static final int MAX_CELLS = 100;
  private static final char[] DELIMITERS = {',', ';', '\t'};

  /**
   * One row.
   *
   * @param line in which it begins, from 1
   * @param cells without surrounding blanks
   */
  record Row(int line, List<String> cells) {

    /** A cell; empty where the row has none. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether every cell from a column on is empty. */
    boolean isBlankFrom(int column) {
      return cells.stream().skip(column).allMatch(String::isEmpty);
    }

    /** Column of the first cell with something in it; -1 if there is none. */
    int firstColumn() {
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          return i;
        }
      }
      return -1;
    }
  }

  private Sheet() {}

  /**
   * @throws Refused if the text is no CSV
   */
  static List<Row> rows(String text) throws Refused {
    Lexer.checkVisible(text, 1);
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(delimiter(text))
            .setQuote('"')
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .setTrim(true)
            .get();
    List<Row> rows = new ArrayList<>();
    int line = 1;
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      for (CSVRecord row : parser) {
        List<String> cells = row.toList();
        if (cells.size() > MAX_CELLS) {
          throw new Refused(
              line, "found %d cells; expected at most %d".formatted(cells.size(), MAX_CELLS));
        }
        rows.add(new Row(line, cells));
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refused(
          line, "found a quote that never ends; expected a closing one, or none before this row");
    }
    return rows;
  }

  /** The separator that occurs most. */
  private static char delimiter(String text) {
    char most = DELIMITERS[0];
    long count = 0;
    for (char candidate : DELIMITERS) {
      long found = text.chars().filter(c -> c == candidate).count();
      if (found > count) {
        count = found;
        most = candidate;
      }
    }
    return most;
  }
}
