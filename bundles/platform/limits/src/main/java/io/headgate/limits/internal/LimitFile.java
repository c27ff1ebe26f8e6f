package io.headgate.limits.internal;

import io.headgate.spi.limits.LimitRow;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one limit file as spreadsheets write it: UTF-8 with or without a byte order mark or UTF-16
 * with one, commas, semicolons or tabs, a first line {@code sep=;}, quotes, columns in any order
 * and with heads in any case, empty lines; {@code #} begins a comment line.
 */
final class LimitFile {

  /** What a kind of file has for columns, and how a line of it becomes a row. */
  private enum Kind {
    LIMITS,
    RESTRICTIONS;

    private List<String> columns() {
      return this == LIMITS ? RowReader.COLUMNS : RestrictionReader.COLUMNS;
    }

    private @Nullable LimitRow row(
        Place place, Map<String, String> fields, boolean commas, List<String> faults) {
      return this == LIMITS
          ? new RowReader(place, fields, commas, faults).read()
          : new RestrictionReader(place, fields, faults).read();
    }
  }

  private static final Set<String> NAMES = Set.of("who", "what", "account", "instrument");

  private static final int MAX_LENGTH = 1_000;

  /** Where the row begins at which the reader of CSV gives up, in its message. */
  private static final Pattern START = Pattern.compile("line:? ([0-9]+)");

  private final String name;
  private final Kind kind;
  private final List<LimitRow> rows = new ArrayList<>();
  private final List<String> faults;
  private char delimiter = ',';
  private boolean separatorNamed;

  private LimitFile(String name, List<String> faults) {
    this.name = name;
    this.kind = new Place(name, 0).isRestrictionList() ? Kind.RESTRICTIONS : Kind.LIMITS;
    this.faults = faults;
  }

  /**
   * Reads a file.
   *
   * @param faults is added to
   * @return its rows; not to be used if there was a fault
   */
  static List<LimitRow> read(String name, byte[] content, List<String> faults) {
    LimitFile file = new LimitFile(name, faults);
    try {
      file.parse(Dialect.text(content));
    } catch (CharacterCodingException e) {
      faults.add(file.at(0).fault("it is not UTF-8; save it as \"CSV UTF-8\""));
    }
    return file.rows;
  }

  private Place at(long line) {
    return new Place(name, (int) line);
  }

  private void parse(String content) {
    if (content.indexOf('\0') >= 0) {
      faults.add(at(0).fault("it is UTF-16 without a mark, or no text; save it as \"CSV UTF-8\""));
      return;
    }
    delimiter = Dialect.delimiter(content);
    findNotComputed(content);
    // The line that names the separator is none of the file's own; it stays, so that lines count.
    separatorNamed = Dialect.namesSeparator(content);
    String text = separatorNamed ? "#" + content : content;
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(delimiter)
            .setQuote('"')
            .setCommentMarker(Dialect.COMMENT)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      try {
        parse(parser);
      } catch (UncheckedIOException e) {
        Matcher start = START.matcher(String.valueOf(e.getMessage()));
        long line = start.find() ? Long.parseLong(start.group(1)) : parser.getCurrentLineNumber();
        faults.add(
            at(line)
                .fault(
                    "a quote opens here that does not end before a separator; look for an open quote,"
                        + " and write one within a text twice"));
      }
    } catch (IOException e) {
      faults.add(at(0).fault("it can not be read as CSV: " + e.getMessage()));
    }
  }

  /** Such a row would be taken for a comment, and a limit that nobody sees missing is none. */
  private void findNotComputed(String content) {
    int line = 0;
    for (String text : content.lines().toList()) {
      line++;
      if (Dialect.isNotComputed(text)) {
        faults.add(
            at(line)
                .fault(
                    "'%s' is what a spreadsheet writes for a cell that it could not compute or show;"
                            .formatted(Visible.shown(text))
                        + " correct the cell there, and export again; begin a comment with '# '"));
      }
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private void parse(CSVParser parser) {
    Iterator<CSVRecord> records = parser.iterator();
    List<String> heads = List.of();
    while (Dialect.saysNothing(heads)) {
      if (!records.hasNext()) {
        faults.add(
            at(0).fault("it is empty; begin it with the line " + String.join(",", kind.columns())));
        return;
      }
      heads = records.next().toList();
    }
    List<String> columns =
        heads.stream().map(head -> Dialect.column(head, kind.columns())).toList();
    if (!columnsAreKnown(columns, lineOf(parser, heads))) {
      return;
    }
    while (records.hasNext()) {
      List<String> values = records.next().toList();
      read(columns, values, lineOf(parser, values));
    }
  }

  /** Line in which the last record began; its values may contain line ends. */
  private static long lineOf(CSVParser parser, List<String> values) {
    long line = parser.getCurrentLineNumber();
    for (String value : values) {
      line -= count(value, '\n');
    }
    return line;
  }

  private boolean columnsAreKnown(List<String> columns, long line) {
    int before = faults.size();
    if (columns.stream().noneMatch(kind.columns()::contains)) {
      String cure = "begin the file with the line " + String.join(",", kind.columns());
      if (separatorNamed && columns.size() == 1) {
        cure =
            "the file begins with sep=%s, so that nothing else separates cells; delete that line, or"
                    .formatted(delimiter == '\t' ? " and a tab" : delimiter)
                + " separate its cells so";
      }
      faults.add(
          at(line)
              .fault(
                  "'%s' is none of its columns; %s"
                      .formatted(Visible.shown(columns.get(0)), cure)));
      return false;
    }
    for (String wanted : kind.columns()) {
      long found = columns.stream().filter(wanted::equals).count();
      boolean optional = kind == Kind.LIMITS && wanted.equals("what");
      if (found > 1 || (found == 0 && !optional)) {
        faults.add(
            at(line)
                .fault(
                    "the column %s stands there %s; the columns are %s"
                        .formatted(
                            wanted,
                            found == 0 ? "not at all" : found + " times",
                            String.join(",", kind.columns()))));
      }
    }
    for (String column : columns) {
      if (!column.isEmpty() && !kind.columns().contains(column)) {
        faults.add(
            at(line)
                .fault(
                    "there is no column '%s'; the columns are %s"
                        .formatted(Visible.shown(column), String.join(",", kind.columns()))));
      }
    }
    return faults.size() == before;
  }

  private void read(List<String> columns, List<String> values, long line) {
    if (Dialect.saysNothing(values)) {
      return;
    }
    if (isTooLong(values, line) || hides(values, line)) {
      return;
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String column = i < columns.size() ? columns.get(i) : "";
      if (!column.isEmpty()) {
        fields.put(column, Dialect.plain(values.get(i)));
      } else if (!values.get(i).isEmpty()) {
        faults.add(
            at(line)
                .fault(
                    "the value '%s' stands in no column; put a text with separators into quotes"
                        .formatted(Visible.shown(values.get(i)))));
        return;
      }
    }
    if (looksLikeAnother(fields, line)) {
      return;
    }
    LimitRow row = kind.row(at(line), fields, delimiter != ',', faults);
    if (row != null) {
      rows.add(row);
    }
  }

  /** Nobody means a text of that length; with it the limits could not be told to other nodes. */
  private boolean isTooLong(List<String> values, long line) {
    for (String value : values) {
      if (value.length() > MAX_LENGTH) {
        faults.add(
            at(line)
                .fault(
                    "'%s' has %d characters, expected at most %d; shorten it, or look for an open quote"
                        .formatted(Visible.shown(value), value.length(), MAX_LENGTH)));
        return true;
      }
    }
    return false;
  }

  private boolean hides(List<String> values, long line) {
    for (String value : values) {
      int hidden = Visible.hidden(value);
      if (hidden >= 0) {
        faults.add(
            at(line)
                .fault(
                    "'%s' has the invisible character U+%04X; delete it"
                        .formatted(Visible.shown(value), hidden)));
        return true;
      }
    }
    return false;
  }

  /** What stands after account=, instrument= and the like. */
  private static String name(String scope) {
    return scope.substring(scope.indexOf('=') + 1);
  }

  /** A limit for a name that nobody has stops nobody. */
  private boolean looksLikeAnother(Map<String, String> fields, long line) {
    int before = faults.size();
    fields.forEach(
        (column, value) -> {
          String what = NAMES.contains(column) ? Visible.mistakable(name(value)) : null;
          if (what != null) {
            faults.add(
                at(line)
                    .fault(
                        "%s '%s' has %s; write the name again"
                            .formatted(column, Visible.shown(value), what)));
          }
        });
    return faults.size() > before;
  }
}
