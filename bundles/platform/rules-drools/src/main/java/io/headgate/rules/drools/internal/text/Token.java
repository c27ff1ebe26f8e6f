package io.headgate.rules.drools.internal.text;

/**
 * One word of a rule file.
 *
 * @param kind what sort of word
 * @param text as written; of a string, what stands between the quotes
 * @param line line in the file, from 1
 */
record Token(Kind kind, String text, int line) {

  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  boolean is(String expected) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(expected);
  }

  /** As it is shown in a message. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the file";
      case STRING -> '"' + text + '"';
      default -> "'" + text + "'";
    };
  }
}
