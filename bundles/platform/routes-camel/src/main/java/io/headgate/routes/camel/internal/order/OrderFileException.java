package io.headgate.routes.camel.internal.order;

/** An order file that cannot be read as such; no line of it was sent. */
public final class OrderFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param line where
   * @param reason what was found and what was expected
   */
  public OrderFileException(OrderLine line, String reason) {
    super(line + ": " + reason);
  }
}
