package io.headgate.spi.journal;

/** The journal could not do what was asked. */
public final class JournalException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Only the space kept for cancels, fills and control records is left. */
    FULL,
    /** A write or a sync failed: the journal takes nothing more until the node is restarted. */
    FAILED,
    /** A record in the middle of the log cannot be read. */
    DAMAGED,
    /** It is closed. */
    CLOSED
  }

  private final Reason reason;

  /**
   * @param reason why
   * @param message what was found, where, and the next step
   */
  public JournalException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
