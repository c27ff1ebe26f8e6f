package io.headgate.routes.camel.internal.order;

/** A line of an order file that says no order; nothing of it was sent. */
public final class OrderLineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param line where
   * @param reason what was found and what was expected
   */
  public OrderLineException(OrderLine line, String reason) {
    super(line + ": " + reason);
  }
}
