package io.headgate.brokers.paper.internal;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An order as the venue keeps it; changed by the book alone. */
final class PaperOrder {

  private final ClOrdId id;
  private final List<VenueEvent.Filled> trades = new ArrayList<>(2);
  private final List<NumberedEvent> history = new ArrayList<>(3);
  private ClOrdId latest;
  private NewOrder terms;
  private long expireAt;
  private long priority;
  private long cumQty;
  private OrdStatus status = OrdStatus.NEW;

  PaperOrder(VenueEvent.Accepted event, long number) {
    this.id = event.id();
    this.latest = event.id();
    this.terms = event.terms();
    this.expireAt = event.expireAt();
    this.priority = number;
    history.add(new NumberedEvent(number, event));
  }

  void fill(VenueEvent.Filled event, long number) {
    history.add(new NumberedEvent(number, event));
    trades.add(event);
    cumQty = Math.addExact(cumQty, event.quantity());
    settle();
  }

  void replace(VenueEvent.Replaced event, long number) {
    history.add(new NumberedEvent(number, event));
    NewOrder next = event.terms();
    if (next.limitPrice() != terms.limitPrice() || next.quantity() > terms.quantity()) {
      priority = number;
    }
    terms = next;
    latest = event.id();
    expireAt = event.expireAt();
    settle();
  }

  void end(VenueEvent.Ended event, long number) {
    history.add(new NumberedEvent(number, event));
    status = event.status();
  }

  private void settle() {
    if (cumQty >= terms.quantity()) {
      status = OrdStatus.FILLED;
    } else {
      status = cumQty > 0 ? OrdStatus.PARTIALLY_FILLED : OrdStatus.NEW;
    }
  }

  /** First ClOrdID; does not change. */
  ClOrdId id() {
    return id;
  }

  /** Latest accepted ClOrdID. */
  ClOrdId latest() {
    return latest;
  }

  /** OrderID: one for the whole chain, unique for ever because the first ClOrdID is. */
  String venueOrderId() {
    return "P-" + id;
  }

  /** Key of its next trade, unique for ever for the same reason. */
  String nextTradeKey() {
    return id + "." + (trades.size() + 1);
  }

  NewOrder terms() {
    return terms;
  }

  Side side() {
    return terms.side();
  }

  boolean isMarket() {
    return terms.type() == OrdType.MARKET;
  }

  /** Whether what does not fill at once must not stay. */
  boolean isImmediate() {
    return terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
  }

  boolean isAllOrNothing() {
    return terms.timeInForce() == TimeInForce.FOK;
  }

  long expireAt() {
    return expireAt;
  }

  /** Place in time among orders of the same price; lower goes first. */
  long priority() {
    return priority;
  }

  long cumQty() {
    return cumQty;
  }

  long leavesQty() {
    return status.isTerminal() ? 0 : terms.quantity() - cumQty;
  }

  OrdStatus status() {
    return status;
  }

  boolean isLive() {
    return !status.isTerminal();
  }

  List<VenueEvent.Filled> trades() {
    return Collections.unmodifiableList(trades);
  }

  /** Everything that happened to it, in order. */
  List<NumberedEvent> history() {
    return Collections.unmodifiableList(history);
  }

  /** Whether it may trade at a price. */
  boolean accepts(long price) {
    return isMarket()
        || (side() == Side.BUY ? price <= terms.limitPrice() : price >= terms.limitPrice());
  }
}
