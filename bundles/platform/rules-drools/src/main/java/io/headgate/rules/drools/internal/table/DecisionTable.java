package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import io.headgate.rules.drools.internal.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads decision tables in CSV, laid out as in spreadsheets of Drools: a row that begins with
 * {@code RuleTable}, then what each column is (CONDITION, ACTION, NAME, PRIORITY), the type it
 * looks at, its template, its label, and one rule a row up to an empty one. A template is a
 * sentence of the dictionary or a piece of the rule language; an empty cell leaves its column out.
 */
public final class DecisionTable {

  private static final String TABLE = "ruletable";
  private static final String CODE = "it could run any program inside the node";
  private static final String AGENDA =
      "it would make the verdict depend on other rules or on the time of day";
  private static final Map<String, String> REFUSED_ROWS =
      Map.of(
          "functions", CODE,
          "variables", CODE,
          "declare", "types come from a closed list",
          "queries", "a rule looks at the one OrderContext and nothing else",
          "unit", "a rule looks at the one OrderContext and nothing else",
          "dialect", "there is one language");

  private final List<Sheet.Row> rows;
  private final Types types;
  private final @Nullable Dictionary dictionary;
  private final List<RuleTree> rules = new ArrayList<>();
  private int at;

  private DecisionTable(List<Sheet.Row> rows, Types types, @Nullable Dictionary dictionary) {
    this.rows = rows;
    this.types = types;
    this.dictionary = dictionary;
  }

  /**
   * Reads one file.
   *
   * @param types other names for what is known here
   * @param dictionary of sentences; null where there is none
   * @return its rules, in the order of its rows
   * @throws Refused at the first cell that can be no part of a rule
   */
  public static List<RuleTree> parse(String text, Types types, @Nullable Dictionary dictionary)
      throws Refused {
    DecisionTable file = new DecisionTable(Sheet.rows(text), types, dictionary);
    boolean any = false;
    while (file.at < file.rows.size()) {
      any |= file.next();
    }
    if (!any) {
      throw new Refused(
          1,
          "found no cell RuleTable; expected a decision table, which begins with one (rules/README.md"
              + " shows it); orders with verdicts stand in examples.csv, limits in limits/*.csv");
    }
    return file.rules;
  }

  /** Goes on by one row, or by one table. */
  private boolean next() throws Refused {
    Sheet.Row row = rows.get(at);
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cell(i).toLowerCase(Locale.ROOT).startsWith(TABLE)) {
        table(row, i);
        return true;
      }
    }
    int column = row.firstColumn();
    String word = column < 0 ? "" : row.cell(column).toLowerCase(Locale.ROOT);
    at++;
    if (word.equals("import")) {
      RuleFileParser.parse(types.translate(Lexer.tokens(imports(row, column), row.line())));
    } else if (!word.isEmpty()
        && !word.equals("ruleset")
        && !word.equals("notes")
        && !word.equals("sequential")
        && !word.startsWith("#")) {
      String why = REFUSED_ROWS.get(word);
      throw new Refused(
          row.line(),
          why == null
              ? "found '%s' outside a table; expected RuleTable, RuleSet, Import, Notes or nothing"
                  .formatted(row.cell(column))
              : "found '%s', which tables may not use: %s; delete it"
                  .formatted(row.cell(column), why));
    }
    return false;
  }

  private static String imports(Sheet.Row row, int column) {
    StringBuilder text = new StringBuilder();
    for (String type : row.cell(column + 1).split(",", -1)) {
      text.append("import ").append(type.strip()).append(";\n");
    }
    return text.toString().replace("\n", " ");
  }

  private Sheet.Row row(int ahead, String what) throws Refused {
    if (at + ahead >= rows.size()) {
      throw new Refused(
          rows.get(at).line(),
          "found a table that ends before its %s; expected five rows above the rules: RuleTable,"
                  .formatted(what)
              + " CONDITION and ACTION, types, templates, labels");
    }
    return rows.get(at + ahead);
  }

  private void table(Sheet.Row head, int from) throws Refused {
    String name = head.cell(from).substring(TABLE.length()).replaceAll("[^A-Za-z0-9 ._/]", " ");
    String title = (name.isBlank() ? head.cell(from + 1) : name).replaceAll(" +", " ").strip();
    checkObjects(row(2, "types"), row(1, "columns"), from);
    List<Column> columns = columns(from);
    row(4, "labels");
    int next = 5;
    while (at + next < rows.size() && !rows.get(at + next).isBlankFrom(from)) {
      Sheet.Row row = rows.get(at + next);
      if (row.cell(from).toLowerCase(Locale.ROOT).startsWith(TABLE)) {
        break;
      }
      checkCells(row, from);
      rules.addAll(rule(title.isEmpty() ? "table" : title, columns, row));
      next++;
    }
    if (next == 5) {
      throw new Refused(head.line(), "found a table without a rule; expected one a row");
    }
    at += next;
  }

  private List<Column> columns(int from) throws Refused {
    Sheet.Row kinds = row(1, "columns");
    Sheet.Row templates = row(3, "templates");
    List<Column> columns = new ArrayList<>();
    for (int i = from; i < kinds.cells().size(); i++) {
      String head = kinds.cell(i);
      Column.Kind kind = Column.Kind.of(head);
      if (head.isEmpty()) {
        continue;
      }
      if (kind == null) {
        throw new Refused(
            kinds.line(),
            "found the column '%s'; expected CONDITION, ACTION, NAME, PRIORITY or DESCRIPTION: any"
                    .formatted(head)
                + " other is refused, because "
                + AGENDA);
      }
      String label = row(4, "labels").cell(i);
      columns.add(
          Column.of(
              kind, i, templates, label.isEmpty() ? head + (i + 1) : label, types, dictionary));
    }
    return columns;
  }

  private void checkObjects(Sheet.Row objects, Sheet.Row kinds, int from) throws Refused {
    for (int i = from; i < objects.cells().size(); i++) {
      String cell = objects.cell(i);
      String type =
          cell.replaceFirst("^\\$?[A-Za-z0-9_]+\\s*:", "").replaceFirst("\\(\\s*\\)$", "");
      boolean condition = Column.Kind.of(kinds.cell(i)) == Column.Kind.CONDITION;
      boolean fact = cell.startsWith("$o") || cell.isEmpty() || types.isOrder(type.strip());
      boolean strange = condition && !cell.isEmpty() && !types.isOrder(type.strip());
      if (strange || !fact) {
        throw new Refused(
            objects.line(),
            "found the type '%s'; expected OrderContext, or a %s beside the table that says what it"
                    .formatted(cell, Types.FILE)
                + " is here, as in %s,OrderContext".formatted(cell));
      }
    }
  }

  private List<RuleTree> rule(String title, List<Column> columns, Sheet.Row row) throws Refused {
    List<Token> when = new ArrayList<>();
    List<Token> then = new ArrayList<>();
    String name = title + " " + row.line();
    String priority = "0";
    for (Column column : columns) {
      String cell = column.cell(row);
      if (cell.isEmpty()) {
        continue;
      }
      switch (column.kind()) {
        case NAME -> name = cell;
        case PRIORITY -> priority = cell;
        case DESCRIPTION -> {}
        case CONDITION -> {
          if (!when.isEmpty()) {
            when.add(new Token(Token.Kind.SYMBOL, ",", row.line()));
          }
          when.addAll(column.filled(row));
        }
        case ACTION -> then.addAll(column.filled(row));
      }
    }
    if (when.isEmpty() || then.isEmpty()) {
      throw new Refused(
          row.line(),
          "found a row without a %s; expected at least one of each, or an empty row to end the table"
              .formatted(when.isEmpty() ? "condition" : "verdict"));
    }
    checkPriority(priority, row.line());
    List<RuleTree> made = RuleFileParser.parse(assembled(row.line(), name, priority, when, then));
    if (made.size() != 1) {
      throw new Refused(row.line(), "found a row that makes more than one rule; expected one");
    }
    return made;
  }

  private static void checkPriority(String priority, int line) throws Refused {
    if (!priority.matches("-?[0-9]{1,7}")) {
      throw new Refused(
          line, "found the priority '%s'; expected a whole number".formatted(priority));
    }
  }

  private void checkCells(Sheet.Row row, int from) throws Refused {
    Sheet.Row kinds = row(1, "columns");
    for (int i = from; i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty() && kinds.cell(i).isEmpty()) {
        throw new Refused(
            row.line(),
            "the value '%s' stands in no column; put a text with separators into quotes"
                .formatted(row.cell(i)));
      }
    }
  }

  private static List<Token> assembled(
      int line, String name, String priority, List<Token> when, List<Token> then) throws Refused {
    List<Token> rule = new ArrayList<>();
    rule.add(new Token(Token.Kind.WORD, "rule", line));
    rule.add(new Token(Token.Kind.STRING, name, line));
    add(rule, "salience " + priority + " when $o : OrderContext(", line);
    rule.addAll(when);
    add(rule, ") then", line);
    rule.addAll(then);
    add(rule, "end", line);
    rule.add(new Token(Token.Kind.END, "", line));
    return rule;
  }

  private static void add(List<Token> rule, String text, int line) throws Refused {
    List<Token> tokens = Lexer.tokens(text, line);
    rule.addAll(tokens.subList(0, tokens.size() - 1));
  }
}
