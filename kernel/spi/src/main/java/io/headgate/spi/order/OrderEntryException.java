package io.headgate.spi.order;

/** No decision could be taken on an intent; nothing was sent. */
public final class OrderEntryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The node has not finished its start, or is stopping. */
    NOT_READY,
    /** The bounded queue of intents is full: try again later. */
    QUEUE_FULL,
    /** The journal cannot take records: an operator must act. */
    JOURNAL_UNAVAILABLE,
    /** The idempotency key was used for another intent. */
    KEY_REUSED,
    /** The order path itself failed; the log says how. */
    FAILED
  }

  private final Reason reason;

  /**
   * @param reason why
   * @param message what was found and the next step
   */
  public OrderEntryException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
