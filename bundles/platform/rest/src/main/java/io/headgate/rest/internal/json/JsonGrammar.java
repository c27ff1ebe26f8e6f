package io.headgate.rest.internal.json;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the first place where a text is not one JSON object (RFC 8259), for a person to mend. It
 * only explains: whether a text is taken is for the parser to say.
 */
final class JsonGrammar {

  /** How deep objects and lists may lie in one another. */
  static final int MAX_DEPTH = 16;

  /** How many characters a number may have. */
  static final int MAX_NUMBER = 1000;

  private static final String VALUE =
      "a value: a text in double quotes, a number, true, false, null, a list or an object";
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final int SHOWN = 40;

  private final String text;
  private int at;

  private JsonGrammar(String text) {
    this.text = text;
  }

  /**
   * What is wrong, and where.
   *
   * @param line of the body, from 1
   * @param column of that line in characters, from 1
   * @param found what stands there
   * @param expected what should
   */
  record Fault(int line, int column, String found, String expected) {}

  /** The first fault of a text; one that says where the parser stopped if there is none. */
  static Fault of(String text, int line, int column) {
    try {
      JsonGrammar grammar = new JsonGrammar(text);
      grammar.object(1);
      if (grammar.next() >= 0) {
        throw grammar.wrong("nothing more after the one object");
      }
      return new Fault(line, column, "what cannot be read", "one JSON object as in RFC 8259");
    } catch (Stop stop) {
      return stop.fault;
    }
  }

  private void object(int depth) {
    require('{', "the { that begins an object");
    Set<String> names = new HashSet<>();
    if (next() == '}') {
      at++;
      return;
    }
    while (true) {
      if (next() != '"') {
        throw wrong("a field's name in double quotes");
      }
      int begin = at;
      String name = string();
      require(':', "a colon after the name");
      next();
      int value = at;
      value(depth);
      if (!names.add(name)) {
        throw wrong(
            begin,
            "the field " + shortened(name) + " again, with " + shortened(text.substring(value, at)),
            "each field once");
      }
      if (next() == '}') {
        at++;
        return;
      }
      require(',', "a comma before the next field, or the } that ends the object");
    }
  }

  private void list(int depth) {
    at++;
    if (next() == ']') {
      at++;
      return;
    }
    while (true) {
      value(depth);
      if (next() == ']') {
        at++;
        return;
      }
      require(',', "a comma before the next value, or the ] that ends the list");
    }
  }

  private void value(int depth) {
    int first = next();
    if ((first == '{' || first == '[') && depth == MAX_DEPTH) {
      throw wrong("at most " + MAX_DEPTH + " levels of lists and objects");
    }
    if (first == '{') {
      object(depth + 1);
    } else if (first == '[') {
      list(depth + 1);
    } else if (first == '"') {
      string();
    } else {
      word();
    }
  }

  private void word() {
    int begin = at;
    while (at < text.length() && " \t\r\n,:]}[{\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(begin, at);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      return;
    }
    boolean number = NUMBER.matcher(word).matches();
    if (number && word.length() <= MAX_NUMBER) {
      return;
    }
    at = begin;
    if (number) {
      throw wrong(at, "a number of " + word.length() + " digits", "at most " + MAX_NUMBER);
    }
    throw word.isEmpty() ? wrong(VALUE) : wrong(at, shortened(word), expected(word));
  }

  private static String expected(String word) {
    char first = word.charAt(0);
    return first == '+' || first == '-' || first == '.' || Character.isDigit(first)
        ? "a number such as 12, -0.5 or 1e3, without plus or leading zero"
        : VALUE;
  }

  private String string() {
    StringBuilder read = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return read.toString();
      }
      if (c < ' ') {
        throw wrong("the closing double quote; within a text it is written as \\n, \\t or \\u00XX");
      }
      read.append(c == '\\' ? escaped() : c);
    }
    throw wrong("the closing double quote of a text");
  }

  private char escaped() {
    at++;
    int kind = at < text.length() ? "\"\\/bfnrtu".indexOf(text.charAt(at)) : -1;
    if (kind < 0) {
      throw wrong("one of \" \\ / b f n r t u after a backslash");
    }
    if (kind < 8) {
      return "\"\\/\b\f\n\r\t".charAt(kind);
    }
    int value = 0;
    for (int digit = 0; digit < 4; digit++) {
      at++;
      int hex = at < text.length() ? "0123456789abcdef".indexOf(lower(text.charAt(at))) : -1;
      if (hex < 0) {
        throw wrong("four of 0 to 9 and a to f after \\u");
      }
      value = value * 16 + hex;
    }
    return (char) value;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'F' ? (char) (c + 32) : c;
  }

  private void require(char wanted, String inWords) {
    if (next() != wanted) {
      throw wrong(inWords);
    }
    at++;
  }

  /** The next character that is no blank, which stays where it is; -1 at the end. */
  private int next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : -1;
  }

  private Stop wrong(String expected) {
    return wrong(at, at < text.length() ? shown(text.codePointAt(at)) : "its end", expected);
  }

  private Stop wrong(int place, String found, String expected) {
    int line = 1;
    int begin = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < place; i = text.indexOf('\n', i + 1)) {
      line++;
      begin = i + 1;
    }
    return new Stop(new Fault(line, place - begin + 1, found, expected));
  }

  private static String shown(int c) {
    return switch (c) {
      case '\n', '\r' -> "a line break";
      case '\t' -> "a tab";
      default ->
          Character.isISOControl(c) || c > 126
              ? "the character U+%04X".formatted(c)
              : "the character " + (char) c;
    };
  }

  private static String shortened(String found) {
    return found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
  }

  /** Ends the search. */
  private static final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Stop(Fault fault) {
      super(fault.expected(), null, false, false);
      this.fault = fault;
    }
  }
}
