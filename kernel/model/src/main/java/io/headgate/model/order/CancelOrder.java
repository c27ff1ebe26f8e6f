package io.headgate.model.order;

/**
 * A cancel of an open order. Never denied while the order is open.
 *
 * @param originator who asks
 * @param idempotencyKey see {@link OrderIntent#idempotencyKey()}
 * @param origClOrdId the order to cancel: its first ClOrdID or any later one of its chain
 */
public record CancelOrder(Originator originator, String idempotencyKey, ClOrdId origClOrdId)
    implements OrderIntent {}
