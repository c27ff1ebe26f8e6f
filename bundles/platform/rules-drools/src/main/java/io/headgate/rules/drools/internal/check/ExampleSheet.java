package io.headgate.rules.drools.internal.check;

import io.headgate.rules.drools.internal.table.Sheet;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.limits.LimitKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The orders of an {@code examples.csv} as they are written, below one header line. It may come
 * from a spreadsheet: commas, semicolons or tabs, heads in any case, empty rows, empty columns at
 * the end; {@code #} begins a comment.
 */
final class ExampleSheet {

  static final String NAME = "example";
  static final String VERDICT = "verdict";
  static final String REASONS = "reasons";
  static final String WARN = "warn-";

  private static final char COMMENT = '#';

  /**
   * What a spreadsheet writes for a cell that it could not compute; no comment. Each language has
   * words of its own: what ends with an exclamation or question mark, or is in capitals.
   */
  private static final Pattern NOT_COMPUTED =
      Pattern.compile("#([^\\s,;]*[!?]|\\p{Lu}[\\p{Lu}\\p{M}0-9/_]+)[ \u00A0]*[,;\t].*");

  private static final Map<String, String> KNOWN = known();

  /**
   * One order.
   *
   * @param line from 1
   * @param cells by column, those with something in them
   */
  record Row(int line, Map<String, String> cells) {}

  private final List<String> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private ExampleSheet() {}

  /**
   * Reads the file.
   *
   * @throws Refused if a line cannot be understood
   */
  static List<Row> read(String text) throws Refused {
    Lexer.checkNothingHides(text, 1);
    checkComputed(text);
    ExampleSheet sheet = new ExampleSheet();
    for (Sheet.Row row : Sheet.rows(text, COMMENT)) {
      if (row.isBlankFrom(row.cell(0).indexOf(COMMENT) == 0 ? 1 : 0)) {
        continue;
      }
      if (sheet.columns.isEmpty()) {
        sheet.header(row);
      } else {
        sheet.add(row);
      }
    }
    return sheet.rows;
  }

  private static void checkComputed(String text) throws Refused {
    int line = 0;
    for (String row : text.lines().toList()) {
      line++;
      if (NOT_COMPUTED.matcher(row).matches()) {
        throw new Refused(
            line,
            "found '%s', which a spreadsheet writes for a cell that it could not compute; correct"
                    .formatted(row.substring(0, Math.min(20, row.length())))
                + " the cell there, and export again; begin a comment with '# '");
      }
    }
  }

  private void header(Sheet.Row row) throws Refused {
    int last = row.cells().size();
    while (row.cell(last - 1).isEmpty()) {
      last--;
    }
    for (String head : row.cells().subList(0, last)) {
      String column = KNOWN.get(head.toLowerCase(Locale.ROOT));
      if (column == null) {
        throw new Refused(
            row.line(),
            "found the column '%s'; expected example, verdict, reasons, a field of the order (the"
                    .formatted(head)
                + " nearest: %s) or a limit's word (rules/README.md lists them all)"
                    .formatted(Vocabulary.nearest(head)));
      }
      if (columns.contains(column)) {
        throw new Refused(row.line(), "found the column '" + column + "' twice; expected it once");
      }
      columns.add(column);
    }
  }

  private void add(Sheet.Row row) throws Refused {
    int cells = row.cells().size();
    if (cells < columns.size() || !row.isBlankFrom(columns.size())) {
      throw new Refused(
          row.line(),
          "found %d cells; expected %d as in the header".formatted(cells, columns.size()));
    }
    Map<String, String> filled = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!row.cell(i).isEmpty()) {
        filled.put(columns.get(i), row.cell(i));
      }
    }
    rows.add(new Row(row.line(), filled));
  }

  /** All columns by their names in lower case. */
  private static Map<String, String> known() {
    List<String> names = new ArrayList<>(List.of(NAME, VERDICT, REASONS));
    names.addAll(Vocabulary.TEXTS.keySet());
    names.addAll(Vocabulary.FLAGS);
    Vocabulary.AMOUNTS.forEach(
        (property, amount) -> {
          if (amount instanceof Amount.Field) {
            names.add(property);
          }
        });
    for (LimitKind kind : LimitKind.values()) {
      names.add(kind.word());
      names.add(WARN + kind.word());
    }
    Map<String, String> known = new TreeMap<>();
    names.forEach(name -> known.put(name.toLowerCase(Locale.ROOT), name));
    return known;
  }
}
