package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as a spreadsheet writes it: commas, semicolons or tabs, which a first line {@code
 * sep=;} may name; quotes, empty lines.
 */
public final class Sheet {

  private static final int MAX_CELLS = 200;
  private static final Pattern SEPARATOR = Pattern.compile("(?i)sep=[,;\t]");
  private static final char[] DELIMITERS = {',', ';', '\t'};

  /**
   * One row.
   *
   * @param line in which it begins, from 1
   * @param cells without surrounding blanks
   */
  public record Row(int line, List<String> cells) {

    /** A cell; empty where the row has none. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether every cell from a column on is empty. */
    public boolean isBlankFrom(int column) {
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
   * Reads a file of rules or names.
   *
   * @throws Refused if the text is no CSV, or has signs that no rule may have
   */
  static List<Row> rows(String text) throws Refused {
    Lexer.checkVisible(text, 1);
    return rows(text, null);
  }

  /**
   * Reads a file.
   *
   * @param comment begins a line that is passed over; null for none
   * @return its rows without the line that names the separator
   * @throws Refused if the text is no CSV
   */
  public static List<Row> rows(String text, @Nullable Character comment) throws Refused {
    boolean named = SEPARATOR.matcher(firstLine(text)).matches();
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(named ? text.charAt("sep=".length()) : delimiter(text, comment))
            .setQuote('"')
            .setCommentMarker(comment)
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
        int end = (int) parser.getCurrentLineNumber();
        // Behind lines that were passed over a row begins as many lines before its end as it has.
        int begin = comment == null ? line : end - (int) count(String.join("", cells), '\n');
        if (!named || begin > 1) {
          rows.add(new Row(begin, cells));
        }
        line = end + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refused(
          line, "found a quote that never ends; expected a closing one, or none before this row");
    }
    return rows;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /**
   * The separator that occurs most in the first row that has any; further down, texts between
   * separators may have more of another.
   */
  private static char delimiter(String text, @Nullable Character comment) {
    String row =
        text.lines()
            .filter(line -> comment == null || line.indexOf(comment) != 0)
            .filter(line -> count(line, ',') + count(line, ';') + count(line, '\t') > 0)
            .findFirst()
            .orElse("");
    char most = DELIMITERS[0];
    for (char candidate : DELIMITERS) {
      if (count(row, candidate) > count(row, most)) {
        most = candidate;
      }
    }
    return most;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
