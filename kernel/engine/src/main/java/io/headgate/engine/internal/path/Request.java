package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.OrderLedger;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.order.NewOrder;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way.
 *
 * @param terms what is asked for
 * @param replaced the open order that it changes; null for a new one
 * @param broker connector it would go to
 * @param now time of the decision
 * @param duplicateAgeNanos since the same order was accepted
 * @param requestsLastSecond of its account, this one included
 */
record Request(
    NewOrder terms,
    @Nullable OrderState replaced,
    String broker,
    long now,
    long duplicateAgeNanos,
    long requestsLastSecond) {

  long added() {
    return replaced == null ? terms.quantity() : OrderLedger.addedBy(replaced, terms.quantity());
  }

  Draft denied(Refusal refusal) {
    return Draft.denied(refusal.verdict(), broker);
  }
}
