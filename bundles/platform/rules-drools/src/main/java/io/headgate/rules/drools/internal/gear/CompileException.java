package io.headgate.rules.drools.internal.gear;

/** Drools refused rules that were found sound, or made something of them that is not understood. */
public final class CompileException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what Drools said
   */
  public CompileException(String message) {
    super(message);
  }
}
