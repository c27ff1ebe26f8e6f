package io.headgate.routes.camel.internal.order;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one JSON object (RFC 8259) of strings, numbers and nulls. Numbers stay text, so that no
 * digit is lost; doubled names, nested values and anything after the object are refused.
 */
final class FlatJson {

  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  /**
   * Reads an object; fields that are null are left out.
   *
   * @throws IllegalArgumentException if the text is anything else; the message names the column
   */
  static Map<String, String> parse(String text) {
    return new FlatJson(text).object();
  }

  private Map<String, String> object() {
    Map<String, String> values = new LinkedHashMap<>();
    skipBlanks();
    take('{');
    skipBlanks();
    if (peek() != '}') {
      member(values);
      while (peek() == ',') {
        at++;
        member(values);
      }
    }
    take('}');
    skipBlanks();
    if (at < text.length()) {
      throw wrong("nothing after the object");
    }
    return values;
  }

  private void member(Map<String, String> values) {
    skipBlanks();
    String name = string();
    skipBlanks();
    take(':');
    skipBlanks();
    String value = peek() == '"' ? string() : literal();
    if (values.put(name, value) != null) {
      throw new IllegalArgumentException("field '%s' is given twice".formatted(name));
    }
    skipBlanks();
  }

  private String string() {
    take('"');
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      char c = next();
      if (c < ' ') {
        throw wrong("no control character in a string");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("one of \" \\ / b f n r t u after a backslash");
    };
  }

  private char unicode() {
    int end = at + 4;
    if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
      throw wrong("four hexadecimal digits");
    }
    char c = (char) Integer.parseInt(text.substring(at, end), 16);
    at = end;
    return c;
  }

  /** A number or null; a null reads as an empty field. */
  private String literal() {
    int start = at;
    while (at < text.length() && "-+.eE0123456789nul".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.equals("null")) {
      return "";
    }
    if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      at = start;
      throw wrong("a string, a number or null");
    }
    return word;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void take(char expected) {
    if (peek() != expected) {
      throw wrong("'" + expected + "'");
    }
    at++;
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private IllegalArgumentException wrong(String expected) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the line";
    return new IllegalArgumentException(
        "not a JSON object of plain fields: column %d has %s, expected %s"
            .formatted(at + 1, found, expected));
  }
}
