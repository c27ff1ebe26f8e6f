package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.OrderLedger;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way.
 *
 * @param by who asks; who replaces an order need not be who asked for it
 * @param terms what is asked for; of a replace, as an order of whom it belongs to
 * @param replaced the open order that it changes; null for a new one
 * @param broker connector it would go to
 * @param now time of the decision
 * @param duplicateAgeNanos since the same order was accepted
 * @param requestsLastSecond of its account, this one included
 */
record Request(
    Originator by,
    NewOrder terms,
    @Nullable OrderState replaced,
    String broker,
    long now,
    long duplicateAgeNanos,
    long requestsLastSecond) {

  long added() {
    return replaced == null ? terms.quantity() : OrderLedger.addedBy(replaced, terms.quantity());
  }

  boolean isReplace() {
    return replaced != null;
  }

  /** What an order that it changes has filled already. */
  long filled() {
    return replaced == null ? 0 : replaced.cumQty();
  }

  /**
   * What can trade by it that could not before: what it adds, or all that can still fill where a
   * replace's price reaches further.
   *
   * @param collared the terms that would be sent
   */
  long atStake(NewOrder collared) {
    return replaced == null ? terms.quantity() : replaced.atStake(collared);
  }

  /** What of {@link #atStake} is among the open orders already. */
  long stillOpen(NewOrder collared) {
    return replaced == null || !replaced.isOutreachedBy(collared) ? 0 : replaced.reserved();
  }

  Draft denied(Refusal refusal) {
    return Draft.denied(refusal.verdict(), broker);
  }
}
