package io.headgate.spi.control;

import java.util.Locale;

/**
 * What a kill or a restriction covers, written {@code node} or {@code account:NAME}.
 *
 * @param kind which part
 * @param name account, strategy or instrument; empty for the whole node
 */
public record ControlScope(Kind kind, String name) {

  /** The whole node. */
  public static final ControlScope NODE = new ControlScope(Kind.NODE, "");

  /** Which part of the node. */
  public enum Kind {
    NODE,
    ACCOUNT,
    STRATEGY,
    INSTRUMENT
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text has another form; the message lists the forms
   */
  public static ControlScope parse(String text) {
    int colon = text.indexOf(':');
    try {
      Kind kind =
          Kind.valueOf(
              text.substring(0, colon < 0 ? text.length() : colon).toUpperCase(Locale.ROOT));
      String name = colon < 0 ? "" : text.substring(colon + 1);
      if ((kind == Kind.NODE) == name.isEmpty()) {
        return new ControlScope(kind, name);
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one message for all malformed scopes.
    }
    throw new IllegalArgumentException(
        "scope '%s' is not node, account:NAME, strategy:NAME or instrument:SYMBOL.VENUE"
            .formatted(text));
  }

  @Override
  public String toString() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return name.isEmpty() ? word : word + ':' + name;
  }
}
