package io.headgate.data.replay.internal.file;

import java.util.Objects;

/** A file cannot be read, or no further; the message names it and says what to do. */
public final class FileFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public FileFailure(String message) {
    super(message);
  }

  public FileFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** What happened, where, and what to do. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
