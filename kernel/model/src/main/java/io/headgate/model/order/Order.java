package io.headgate.model.order;

/**
 * An order as it stands: a copy taken at one moment.
 *
 * @param id ClOrdID under which it was first sent; does not change
 * @param clOrdId latest accepted ClOrdID of its replace chain
 * @param request what was asked for, with the quantity and price now in force
 * @param broker connector that holds it
 * @param status where it is
 * @param cumQty CumQty, filled so far, nine decimals
 * @param avgPx AvgPx of the fills, nine decimals; 0 before the first
 * @param venueOrderId OrderID that the venue gave; empty before its first answer
 * @param created time of the decision, UTC nanoseconds since 1970
 * @param updated time of the last change, UTC nanoseconds since 1970
 * @param text why it is where it is (reject or deny reason); empty where there is nothing to say
 */
public record Order(
    ClOrdId id,
    ClOrdId clOrdId,
    NewOrder request,
    String broker,
    OrdStatus status,
    long cumQty,
    long avgPx,
    String venueOrderId,
    long created,
    long updated,
    String text) {

  /** LeavesQty: what can still fill, nine decimals; 0 once the order is terminal. */
  public long leavesQty() {
    return status.isTerminal() ? 0 : Math.max(0, request.quantity() - cumQty);
  }
}
