package io.headgate.spi.broker;

/** The command certainly did not reach the venue. */
public final class NotSentException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason short reason for the journal and the order's text
   */
  public NotSentException(String reason) {
    super(reason);
  }
}
