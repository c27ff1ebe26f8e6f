package io.headgate.rules.drools.internal.text;

/** A rule file says something that it may not say; the message is meant for its author. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line line in the file, from 1; 0 where it concerns the whole file
   * @param message what was found, what was expected, the next step
   */
  public Refused(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Line in the file, from 1; 0 where it concerns the whole file. */
  public int line() {
    return line;
  }

  /** The message. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
