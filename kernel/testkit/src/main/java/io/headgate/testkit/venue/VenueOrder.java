package io.headgate.testkit.venue;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import java.util.ArrayList;
import java.util.List;

/** An order as the simulated venue keeps it. */
final class VenueOrder {

  final String venueOrderId;
  final List<ExecutionReport> trades = new ArrayList<>();
  ClOrdId clOrdId;
  NewOrder terms;
  OrdStatus status = OrdStatus.PENDING_NEW;
  long cumQty;

  VenueOrder(String venueOrderId, ClOrdId clOrdId, NewOrder terms) {
    this.venueOrderId = venueOrderId;
    this.clOrdId = clOrdId;
    this.terms = terms;
  }

  /** Whether the venue has accepted it and it can still fill. */
  boolean isLive() {
    return status == OrdStatus.NEW || status == OrdStatus.PARTIALLY_FILLED;
  }

  long leavesQty() {
    return status.isTerminal() ? 0 : Math.max(0, terms.quantity() - cumQty);
  }

  /** Status that follows from what is filled. */
  void settle() {
    if (cumQty >= terms.quantity()) {
      status = OrdStatus.FILLED;
    } else {
      status = cumQty > 0 ? OrdStatus.PARTIALLY_FILLED : OrdStatus.NEW;
    }
  }
}
