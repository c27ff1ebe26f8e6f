package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the names in the files of one policy mean here, when the files were written elsewhere: the
 * rows {@code theirs,ours} of its {@code types.csv}. Ours is {@code OrderContext}, a field, or a
 * verdict such as {@code $o.warn("ORDER_FLAGGED", $o.getQuantity(), 0, Unit.QTY)}.
 */
public final class Types {

  /** Name of the file. */
  public static final String FILE = "types.csv";

  private static final String ORDER = "OrderContext";

  private final Set<String> types = new HashSet<>();
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, List<Token>> verdicts = new HashMap<>();

  private Types() {}

  /** No other names. */
  public static Types none() {
    return new Types();
  }

  /**
   * Reads the file.
   *
   * @throws Refused at the first row that means nothing here
   */
  public static Types read(String text) throws Refused {
    Types types = new Types();
    boolean header = true;
    for (Sheet.Row row : Sheet.rows(text)) {
      if (row.isBlankFrom(0) || row.cell(0).startsWith("#")) {
        continue;
      }
      if (header) {
        if (!row.cell(0).equals("theirs") || !row.cell(1).equals("ours")) {
          throw new Refused(row.line(), "found no header; expected the line theirs,ours");
        }
        header = false;
      } else {
        types.add(row);
      }
    }
    return types;
  }

  private void add(Sheet.Row row) throws Refused {
    String theirs = row.cell(0);
    String ours = row.cell(1);
    if (theirs.isEmpty() || !row.isBlankFrom(2)) {
      throw new Refused(
          row.line(), "found %s; expected two cells: theirs,ours".formatted(row.cells()));
    }
    if (ours.equals(ORDER)) {
      types.add(theirs);
      if (theirs.matches("[A-Za-z0-9_.]*[A-Za-z0-9_]")) {
        types.add(last(theirs));
      }
    } else if (Vocabulary.AMOUNTS.containsKey(ours)
        || Vocabulary.TEXTS.containsKey(ours)
        || Vocabulary.FLAGS.contains(ours)) {
      fields.put(last(theirs), ours);
    } else if (ours.startsWith("$o.")) {
      List<Token> tokens = Lexer.tokens(ours.replaceFirst(";\\s*$", ""), row.line());
      verdicts.put(last(theirs), tokens.subList(0, tokens.size() - 1));
    } else {
      throw new Refused(
          row.line(),
          "found '%s'; expected OrderContext, a field of the order (the nearest: %s) or a verdict"
                  .formatted(ours, Vocabulary.nearest(ours))
              + " such as $o.warn(\"ORDER_FLAGGED\", $o.getQuantity(), 0, Unit.QTY)");
    }
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private boolean isEmpty() {
    return types.isEmpty() && fields.isEmpty() && verdicts.isEmpty();
  }

  /** Whether a name, as it is written, is what is called OrderContext here. */
  boolean isOrder(String name) {
    return name.equals(ORDER) || types.contains(name) || types.contains(last(name));
  }

  /**
   * The same words with our names; the grammar of rule files then decides what of them may stand.
   *
   * @param tokens of a file or a cell, with or without an END
   */
  public List<Token> translate(List<Token> tokens) {
    return isEmpty() ? tokens : new Translation(tokens).translated();
  }

  /** Goes through one file. */
  private final class Translation {
    private final List<Token> in;
    private final List<Token> out = new ArrayList<>();
    private String fact = "$o";
    private int at;

    private Translation(List<Token> in) {
      this.in = in;
    }

    private List<Token> translated() {
      while (at < in.size()) {
        if (!(imported() || verdict() || type() || base() || field() || equality())) {
          out.add(in.get(at++));
        }
      }
      return out;
    }

    private Token peek(int ahead) {
      int index = at + ahead;
      return index < in.size() ? in.get(index) : new Token(Token.Kind.END, "", 0);
    }

    /** Number of tokens of a dotted name that begins here; 0 if none does. */
    private int dotted(int from) {
      int length = 0;
      while (peek(from + length).kind() == Token.Kind.WORD) {
        length++;
        if (!peek(from + length).is(".")) {
          return length;
        }
        length++;
      }
      return 0;
    }

    private String joined(int from, int length) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < length; i++) {
        name.append(peek(from + i).text());
      }
      return name.toString();
    }

    private boolean imported() {
      int length = peek(0).is("import") ? dotted(1) : 0;
      if (length == 0 || !isOrder(joined(1, length))) {
        return false;
      }
      at += 1 + length + (peek(1 + length).is(";") ? 1 : 0);
      return true;
    }

    /** {@code anything.theirs( … );} becomes the verdict that it means. */
    private boolean verdict() {
      List<Token> ours = verdicts.get(peek(2).text());
      if (ours == null
          || peek(0).kind() != Token.Kind.WORD
          || !peek(1).is(".")
          || !peek(3).is("(")) {
        return false;
      }
      int line = peek(0).line();
      int end = 4;
      for (int depth = 1; depth > 0 && peek(end).kind() != Token.Kind.END; end++) {
        depth += peek(end).is("(") ? 1 : peek(end).is(")") ? -1 : 0;
      }
      at += end + (peek(end).is(";") ? 1 : 0);
      for (Token token : ours) {
        out.add(new Token(token.kind(), token.is("$o") ? fact : token.text(), line));
      }
      out.add(new Token(Token.Kind.SYMBOL, ";", line));
      return true;
    }

    private boolean type() {
      int length = dotted(0);
      if (length == 0 || !peek(length).is("(") || !isOrder(joined(0, length))) {
        return false;
      }
      int size = out.size();
      if (size > 1 && out.get(size - 1).is(":")) {
        fact = out.get(size - 2).text();
      }
      out.add(new Token(Token.Kind.WORD, ORDER, peek(0).line()));
      at += length;
      return true;
    }

    /** A variable that stands for the order, before one of its fields. */
    private boolean base() {
      if (peek(0).kind() != Token.Kind.WORD
          || !types.contains(peek(0).text())
          || !peek(1).is(".")) {
        return false;
      }
      at += 2;
      return true;
    }

    private boolean field() {
      if (peek(0).kind() != Token.Kind.WORD) {
        return false;
      }
      String name = peek(0).text();
      String ours = fields.get(name);
      if (ours == null && name.matches("(get|is)[A-Z].*")) {
        String property = name.substring(name.startsWith("is") ? 2 : 3);
        ours = fields.get(Character.toLowerCase(property.charAt(0)) + property.substring(1));
      }
      if (ours == null) {
        return false;
      }
      int line = peek(0).line();
      boolean called = peek(1).is("(") && peek(2).is(")");
      at += called ? 3 : 1;
      boolean number = Vocabulary.AMOUNTS.containsKey(ours);
      if (number && (peek(0).is("==") || peek(0).is("!=")) && isNumber(peek(1))) {
        exactly(ours, line);
      } else {
        out.add(new Token(Token.Kind.WORD, ours, line));
      }
      return true;
    }

    private static boolean isNumber(Token token) {
      return token.kind() == Token.Kind.NUMBER || token.is("$param");
    }

    /** Numbers are compared exactly here, which takes a function. */
    private void exactly(String ours, int line) {
      String function = peek(0).is("==") ? "eq" : "ne";
      for (String text : new String[] {"Ops", ".", function, "(", ours, ","}) {
        boolean word = Character.isLetter(text.charAt(0));
        out.add(new Token(word ? Token.Kind.WORD : Token.Kind.SYMBOL, text, line));
      }
      out.add(peek(1));
      out.add(new Token(Token.Kind.SYMBOL, ")", line));
      at += 2;
    }

    /** {@code text.equals(other)} is written {@code text == "other"} here. */
    private boolean equality() {
      if (!peek(0).is(".") || !peek(1).is("equals") || !peek(2).is("(") || !peek(4).is(")")) {
        return false;
      }
      Token other = peek(3);
      boolean text = out.stream().skip(Math.max(0, out.size() - 1)).anyMatch(this::isText);
      out.add(new Token(Token.Kind.SYMBOL, "==", other.line()));
      out.add(text ? new Token(Token.Kind.STRING, other.text(), other.line()) : other);
      at += 5;
      return true;
    }

    private boolean isText(Token token) {
      return Vocabulary.TEXTS.containsKey(token.text());
    }
  }
}
