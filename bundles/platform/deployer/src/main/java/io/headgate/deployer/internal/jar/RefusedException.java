package io.headgate.deployer.internal.jar;

/** A jar cannot be taken; the message says why and what to do, for the person who copied it. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  public RefusedException(String reason) {
    super(reason);
  }

  public RefusedException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Why, and what to do. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
