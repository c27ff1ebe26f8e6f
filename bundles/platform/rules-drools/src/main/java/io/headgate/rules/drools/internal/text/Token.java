package io.headgate.rules.drools.internal.text;

/**
 * One word of a rule file.
 *
 * @param kind what sort of word
 * @param text as written; of a string, what stands between the quotes
 * @param line line in the file, from 1
 */
public record Token(Kind kind, String text, int line) {

  /** What sort of word. */
  public enum Kind {
    WORD,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  /** Whether it is this word or symbol; never true of what stands in quotes. */
  public boolean is(String expected) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(expected);
  }

  /** As it is shown in a message. */
  public String shown() {
    return switch (kind) {
      case END -> "the end of the file";
      case STRING -> '"' + text + '"';
      default -> "'" + text + "'";
    };
  }
}
