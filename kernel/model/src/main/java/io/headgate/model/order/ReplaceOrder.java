package io.headgate.model.order;

import io.headgate.model.number.Fixed;

/**
 * A change of quantity or price of an open order.
 *
 * @param originator who asks
 * @param idempotencyKey see {@link OrderIntent#idempotencyKey()}
 * @param origClOrdId the order to change: its first ClOrdID or any later one of its chain
 * @param quantity new total OrderQty (fills included), nine decimals, above 0
 * @param limitPrice new Price, nine decimals; 0 for a market order
 */
public record ReplaceOrder(
    Originator originator,
    String idempotencyKey,
    ClOrdId origClOrdId,
    long quantity,
    long limitPrice)
    implements OrderIntent {

  /**
   * @throws IllegalArgumentException if the quantity is not above 0
   */
  public ReplaceOrder {
    if (quantity <= 0) {
      throw new IllegalArgumentException(
          "quantity is %s, expected a number above 0".formatted(Fixed.format(quantity)));
    }
  }
}
