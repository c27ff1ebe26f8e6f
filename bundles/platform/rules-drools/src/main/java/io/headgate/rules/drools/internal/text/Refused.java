package io.headgate.rules.drools.internal.text;

/** A rule file says something that it may not say; the message is meant for its author. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  /** What a message holds of the file is cut: a file may be one word of 256 KiB. */
  private static final int MAX_LENGTH = 600;

  private final int line;

  /**
   * @param line line in the file, from 1; 0 where it concerns the whole file
   * @param message what was found, what was expected, the next step
   */
  public Refused(int line, String message) {
    super(shown(message));
    this.line = line;
  }

  /** Line in the file, from 1; 0 where it concerns the whole file. */
  public int line() {
    return line;
  }

  /** On one line, without signs that a terminal would obey, and of bounded length. */
  private static String shown(String message) {
    String plain = plain(message);
    int length = plain.length();
    return length <= MAX_LENGTH
        ? plain
        : plain.substring(0, MAX_LENGTH / 2) + " … " + plain.substring(length - MAX_LENGTH / 2);
  }

  /** A text on one line, each sign that a terminal would obey as a question mark. */
  public static String plain(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The message. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
