package io.headgate.rules.drools.internal.gear;

/** A rule could not decide, for example because a number outgrew its range. */
public final class RuleFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which rule, where it stands, and why
   * @param cause what it threw
   */
  public RuleFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
