package io.headgate.rules.drools.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rule file into words. Everything outside comments is plain ASCII; no escapes exist, so
 * that a file means what it looks like.
 */
public final class Lexer {

  private static final String[] LONG_SYMBOLS = {"&&", "||", "==", "!=", "<=", ">="};
  private static final String SHORT_SYMBOLS = "(){}[]<>,;:.!+-*/%=&|?@^~#";

  /** Letters and marks that are drawn as nothing: joiner, fillers, the empty pattern of Braille. */
  private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  /** More digits than any number has; to read very many takes seconds. */
  private static final int MAX_DIGITS = 40;

  private static final int MAX_STRING = 1_000;

  /** What stands behind so many blanks is outside of the window in which a file is read. */
  private static final int MAX_BLANKS = 100;

  /** Before a number that has a unit of its own, such as 10m: what it is part of is the fault. */
  private static final int LOOK_BACK = 4;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line;

  private Lexer(String text, int firstLine) {
    this.text = text;
    this.line = firstLine;
  }

  /**
   * Cuts a whole file.
   *
   * @throws Refused at a character, a string or a comment that cannot be part of a rule file
   */
  static List<Token> tokens(String text) throws Refused {
    return tokens(text, 1);
  }

  /**
   * Cuts a piece of a file; the last token is of kind END.
   *
   * @param firstLine line of the file in which the piece begins
   * @throws Refused at a character, a string or a comment that cannot be part of a rule file
   */
  public static List<Token> tokens(String text, int firstLine) throws Refused {
    checkVisible(text, firstLine);
    Lexer lexer = new Lexer(text, firstLine);
    while (lexer.skipBlanks()) {
      lexer.next();
    }
    lexer.add(Token.Kind.END, "");
    return lexer.tokens;
  }

  /**
   * Refuses characters that hide something from a reader, wherever they stand.
   *
   * @param firstLine line of the file in which the text begins
   * @throws Refused at the first of them
   */
  public static void checkVisible(String text, int firstLine) throws Refused {
    checkNothingHides(text, firstLine);
    int slash = text.indexOf('\\');
    if (slash >= 0) {
      throw new Refused(
          line(text, slash, firstLine),
          "found a backslash; escapes do not exist in rule files: write the character itself");
    }
  }

  /**
   * Refuses characters that a reader does not see, or sees elsewhere than they stand: in rules as
   * in what people sign together with them.
   *
   * @param firstLine line of the file in which the text begins
   * @throws Refused at the first of them
   */
  public static void checkNothingHides(String text, int firstLine) throws Refused {
    int blanks = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean plain = c == '\n' || c == '\t' || (c == '\r' && text.startsWith("\r\n", i));
      if (!plain && (Character.isISOControl(c) || isHidden(c))) {
        if (c == '\r') {
          throw new Refused(
              line(text, i, firstLine),
              "found a carriage return that ends no line; save the file with line ends LF or CRLF");
        }
        throw new Refused(
            line(text, i, firstLine),
            "found the invisible character U+%04X; expected visible text: delete it".formatted(c));
      }
      boolean blank = c == '\t' || Character.isSpaceChar(c);
      if (!blank && c != '\n' && c != '\r' && blanks > MAX_BLANKS) {
        throw new Refused(
            line(text, i, firstLine),
            "found %d blanks in a row, and something behind them that nobody sees there; expected at"
                    .formatted(blanks)
                + " most %d: put it on a line of its own".formatted(MAX_BLANKS));
      }
      blanks = blank ? blanks + 1 : 0;
    }
  }

  private static int line(String text, int at, int firstLine) {
    return firstLine + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    boolean selectsVariant = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || selectsVariant
        || BLANKS.indexOf(c) >= 0;
  }

  /** Skips blanks and comments; false at the end. */
  private boolean skipBlanks() throws Refused {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        at++;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        skipComment();
      } else {
        return true;
      }
    }
    return false;
  }

  private void skipComment() throws Refused {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw new Refused(line, "found a comment that begins with /* and never ends; expected */");
    }
    for (; at < end + 2; at++) {
      if (text.charAt(at) == '\n') {
        line++;
      }
    }
  }

  private void next() throws Refused {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      string(c);
    } else if (isDigit(c)) {
      number();
    } else if (isWordStart(c)) {
      int start = at;
      while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
        at++;
      }
      add(Token.Kind.WORD, text.substring(start, at));
    } else {
      symbol(c);
    }
  }

  private void string(char quote) throws Refused {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c < ' ' || c > '~' || c == '"') {
        throw new Refused(
            line,
            "found U+%04X inside quotes; expected printable ASCII up to the closing %s"
                .formatted((int) c, quote));
      }
    }
    if (at == text.length()) {
      throw new Refused(line, "found a quote that never ends; expected a closing " + quote);
    }
    if (at - start > MAX_STRING) {
      throw new Refused(
          line,
          "found a text of %d characters; expected at most %d, or a closing %s before"
              .formatted(at - start, MAX_STRING, quote));
    }
    add(Token.Kind.STRING, text.substring(start, at++));
  }

  private void number() throws Refused {
    int start = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at++;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
    }
    if (at - start > MAX_DIGITS) {
      throw new Refused(
          line,
          "found a number of %d characters; expected at most %d".formatted(at - start, MAX_DIGITS));
    }
    if (at < text.length() && isWordStart(text.charAt(at))) {
      for (Token before : tokens.subList(Math.max(0, tokens.size() - LOOK_BACK), tokens.size())) {
        Forbidden.check(before);
      }
      throw new Refused(
          line,
          "found '%s'; expected a plain decimal number in the unit of what it is compared with,"
                  .formatted(text.substring(start, at + 1))
              + " without L, B, f, d, x or e: for 1,000 units write 1000");
    }
    String number = text.substring(start, at);
    if (number.contains("_") && !number.matches("[0-9]{1,3}(_[0-9]{3})+(\\.[0-9]+)?")) {
      throw new Refused(
          line, "found '%s'; expected _ between groups of three digits, or none".formatted(number));
    }
    add(Token.Kind.NUMBER, number.replace("_", ""));
  }

  private void symbol(char c) throws Refused {
    for (String symbol : LONG_SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        add(Token.Kind.SYMBOL, symbol);
        return;
      }
    }
    if (SHORT_SYMBOLS.indexOf(c) < 0) {
      throw new Refused(
          line, "found '%s' (U+%04X); expected plain ASCII outside comments".formatted(c, (int) c));
    }
    at++;
    add(Token.Kind.SYMBOL, String.valueOf(c));
  }

  private void add(Token.Kind kind, String word) {
    tokens.add(new Token(kind, word, line));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }
}
