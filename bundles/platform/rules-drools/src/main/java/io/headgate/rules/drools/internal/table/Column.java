package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.sentence.Piece;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table: its template, into which each row puts its cell. A cell is one value, or
 * values between commas, and can never become more of a rule than that.
 */
final class Column {

  private static final String PARAM = "$param";
  private static final Pattern NUMBERED = Pattern.compile("\\$[1-9]");
  private static final Map<String, String> OPEN =
      Map.of("<", "", "<=", "", ">", "", ">=", "", "==", "", "!=", "");

  /** What a column is for, by its head. */
  enum Kind {
    CONDITION,
    ACTION,
    NAME,
    PRIORITY,
    DESCRIPTION;

    /** By its word or its letter, as spreadsheets of Drools have them; null for another. */
    static @Nullable Kind of(String head) {
      return switch (head.toUpperCase(java.util.Locale.ROOT)) {
        case "C", "CONDITION" -> CONDITION;
        case "A", "ACTION" -> ACTION;
        case "N", "NAME" -> NAME;
        case "P", "PRIORITY" -> PRIORITY;
        case "I", "DESCRIPTION" -> DESCRIPTION;
        default -> null;
      };
    }
  }

  private final Kind kind;
  private final int index;
  private final String label;
  private final List<Token> rule;
  private final List<Piece> sentence;
  private final @Nullable Dictionary dictionary;

  /** How many parts of a cell are taken; 0: the whole. */
  private final int taken;

  private Column(
      Kind kind,
      int index,
      String label,
      List<Token> rule,
      List<Piece> sentence,
      @Nullable Dictionary dictionary) {
    this.kind = kind;
    this.index = index;
    this.label = label;
    this.rule = rule;
    this.sentence = sentence;
    this.dictionary = dictionary;
    this.taken =
        taken(Stream.concat(rule.stream().map(Token::text), sentence.stream().map(Piece::text)));
  }

  /**
   * Reads the template of a column.
   *
   * @param label its heading, for messages
   * @throws Refused if the template can be no part of a rule
   */
  static Column of(
      Kind kind,
      int index,
      Sheet.Row templates,
      String label,
      Types types,
      @Nullable Dictionary words)
      throws Refused {
    String template = templates.cell(index);
    int line = templates.line();
    if (kind != Kind.CONDITION && kind != Kind.ACTION) {
      return new Column(kind, index, label, List.of(), List.of(), null);
    }
    if (template.isEmpty()) {
      throw new Refused(
          line,
          "found nothing in column '%s'; expected a condition or a verdict, as in quantity > $param"
              .formatted(label));
    }
    boolean plain = template.matches("[A-Za-z0-9 \t,:.$_'{}/-]+") && template.trim().contains(" ");
    if (words != null && plain) {
      return new Column(kind, index, label, List.of(), Piece.cut(template, line), words);
    }
    List<Token> tokens = Lexer.tokens(template, line);
    List<Token> whole = tokens.subList(0, tokens.size() - 1);
    boolean decides = kind == Kind.CONDITION;
    List<Token> ours = decides ? types.translateCondition(whole) : types.translate(whole);
    return new Column(kind, index, label, ours, List.of(), null);
  }

  Kind kind() {
    return kind;
  }

  String label() {
    return label;
  }

  String cell(Sheet.Row row) {
    return row.cell(index);
  }

  /**
   * What a row says in this column.
   *
   * @throws Refused if the cell does not fit the template
   */
  List<Token> filled(Sheet.Row row) throws Refused {
    String cell = cell(row);
    checkAllTaken(cell, row.line());
    if (dictionary != null) {
      return dictionary.meaning(kind == Kind.CONDITION, spoken(cell, row.line()), row.line());
    }
    List<Token> filled = new ArrayList<>();
    boolean used = false;
    for (Token token : rule) {
      List<Token> now = substituted(token, cell, row.line());
      used |= now.size() != 1 || !now.get(0).text().equals(token.text());
      filled.addAll(now);
    }
    if (!used && kind == Kind.CONDITION) {
      implied(filled, cell, row.line());
    }
    boolean says = kind == Kind.ACTION && !filled.isEmpty(); // types.csv may leave an action out
    if (says && !filled.get(filled.size() - 1).is(";")) {
      filled.add(new Token(Token.Kind.SYMBOL, ";", row.line()));
    }
    return filled;
  }

  /** A part of the cell that no word of the template takes would be dropped in silence. */
  private void checkAllTaken(String cell, int line) throws Refused {
    if (taken == 0) {
      return;
    }
    List<String> parts = parts(cell);
    for (String part : parts.subList(Math.min(taken, parts.size()), parts.size())) {
      if (!part.isEmpty()) {
        throw new Refused(
            line,
            "found '%s' in column '%s', which takes %d values; expected no more, or $%d in its template"
                .formatted(cell, label, taken, taken + 1));
      }
    }
  }

  private static List<String> parts(String cell) {
    return Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
  }

  /** How many parts of a cell a template takes; 0 where it takes all of it, or names none. */
  private static int taken(Stream<String> template) {
    String words = template.collect(Collectors.joining(" "));
    return words.contains(PARAM)
        ? 0
        : NUMBERED
            .matcher(words)
            .results()
            .mapToInt(found -> found.group().charAt(1) - '0')
            .max()
            .orElse(0);
  }

  private List<Piece> spoken(String cell, int line) throws Refused {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : sentence) {
      String value = piece.kind() == Piece.Kind.WORD ? value(piece.text(), cell, line) : null;
      if (value == null) {
        pieces.add(piece);
        continue;
      }
      List<Piece> put = Piece.cut(value, line);
      for (int i = 0; i < put.size(); i++) {
        boolean mark = put.get(i).kind() == Piece.Kind.MARK;
        if (mark != (i % 2 == 1) || (mark && !put.get(i).text().equals(","))) {
          throw misfit(value, line);
        }
      }
      pieces.addAll(put);
    }
    return pieces;
  }

  /** What stands for a word of a template in a row: the cell, or a part of it; null: itself. */
  private @Nullable String value(String word, String cell, int line) throws Refused {
    if (word.equals(PARAM)) {
      return cell;
    }
    if (!word.matches("\\$[1-9]")) {
      return null;
    }
    List<String> parts = parts(cell);
    int wanted = word.charAt(1) - '0';
    if (wanted > parts.size() || parts.get(wanted - 1).isEmpty()) {
      throw new Refused(
          line,
          "found '%s' in column '%s'; expected at least %d values between commas"
              .formatted(cell, label, wanted));
    }
    return parts.get(wanted - 1);
  }

  private List<Token> substituted(Token token, String cell, int line) throws Refused {
    if (token.kind() == Token.Kind.STRING && token.text().contains("$")) {
      return List.of(new Token(Token.Kind.STRING, quoted(token.text(), cell, line), line));
    }
    String value = token.kind() == Token.Kind.WORD ? value(token.text(), cell, line) : null;
    return value == null ? List.of(new Token(token.kind(), token.text(), line)) : one(value, line);
  }

  private String quoted(String template, String cell, int line) throws Refused {
    String text = template;
    for (String word : new String[] {PARAM, "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9"}) {
      String value = text.contains(word) ? value(word, cell, line) : null;
      if (value != null) {
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '$')) {
          throw misfit(value, line);
        }
        text = text.replace(word, value);
      }
    }
    return text;
  }

  /** A cell as one value: a number, a text in quotes, a word. */
  private List<Token> one(String value, int line) throws Refused {
    String word =
        value.matches("(?i)true|false") ? value.toLowerCase(java.util.Locale.ROOT) : value;
    List<Token> tokens = Lexer.tokens(word, line);
    boolean negative = tokens.size() == 3 && tokens.get(0).is("-");
    Token last = tokens.get(tokens.size() - 2 < 0 ? 0 : tokens.size() - 2);
    boolean fits =
        negative
            ? last.kind() == Token.Kind.NUMBER
            : tokens.size() == 2 && last.kind() != Token.Kind.SYMBOL;
    if (!fits) {
      throw misfit(value, line);
    }
    return tokens.subList(0, tokens.size() - 1);
  }

  private Refused misfit(String value, int line) {
    return new Refused(
        line,
        "found '%s' in column '%s'; expected one number, text in quotes or word"
            .formatted(value, label));
  }

  /** A template without $param: the cell stands at its end, after == where no comparison does. */
  private void implied(List<Token> filled, String cell, int line) throws Refused {
    if (filled.isEmpty()) {
      throw new Refused(
          line,
          "found a condition in column '%s' that %s leaves out; expected one that stays, or no"
                  .formatted(label, Types.FILE)
              + " such column");
    }
    Token last = filled.get(filled.size() - 1);
    String property = filled.size() == 1 ? last.text() : "";
    if (Vocabulary.TEXTS.containsKey(property)) {
      filled.add(new Token(Token.Kind.SYMBOL, "==", line));
      filled.add(new Token(Token.Kind.STRING, quoted(PARAM, cell, line), line));
    } else if (Vocabulary.FLAGS.contains(property)) {
      filled.add(new Token(Token.Kind.SYMBOL, "==", line));
      filled.addAll(one(cell, line));
    } else if (last.kind() == Token.Kind.SYMBOL && OPEN.containsKey(last.text())) {
      filled.addAll(one(cell, line));
    } else {
      throw new Refused(
          line,
          "found a condition in column '%s' that takes nothing from its cell '%s'; expected $param"
                  .formatted(label, cell)
              + " in it, as in quantity > $param");
    }
  }
}
