package io.headgate.node.internal.session;

/** A person asked for something that cannot be done; the message says what to correct. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
