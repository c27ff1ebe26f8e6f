package io.headgate.journal.internal.codec;

/** A record whose checksum is right does not have the form that this version knows. */
public final class MalformedRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String message) {
    super(message);
  }

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
