package io.headgate.ops.internal.listing;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Verdict;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.ReplaceOrder;
import java.util.List;

/** Orders, decisions and verdicts as rows. */
public final class Orders {

  private Orders() {}

  /** Orders, one a row. */
  public static Listing orders(List<Order> orders) {
    Listing listing =
        Listing.of(
            "id",
            "status",
            "account",
            "strategy",
            "instrument",
            "side",
            "quantity",
            "limitPrice",
            "cumQty",
            "avgPx",
            "broker",
            "updated",
            "text");
    for (Order order : orders) {
      NewOrder request = order.request();
      listing.row(
          order.id(),
          order.status(),
          request.originator().account(),
          request.originator().strategy(),
          request.instrument(),
          request.side(),
          Fixed.format(request.quantity()),
          Fixed.format(request.limitPrice()),
          Fixed.format(order.cumQty()),
          Fixed.format(order.avgPx()),
          order.broker(),
          Text.time(order.updated()),
          order.text());
    }
    return listing;
  }

  /** Decisions, one a row. */
  public static Listing decisions(List<Decision> decisions) {
    Listing listing =
        Listing.of(
            "id", "time", "account", "strategy", "request", "accepted", "reason", "verdicts");
    for (Decision decision : decisions) {
      OrderIntent intent = decision.intent();
      listing.row(
          decision.clOrdId(),
          Text.time(decision.tsDecided()),
          intent.originator().account(),
          intent.originator().strategy(),
          describe(intent),
          decision.accepted(),
          decision.reason(),
          decision.verdicts().size());
    }
    return listing;
  }

  /** What became of one request: a row for each verdict, or one where nothing objected. */
  public static Listing outcome(Decision decision) {
    Listing listing =
        Listing.of(
            "id", "accepted", "severity", "reason", "rule", "measured", "limit", "unit", "source");
    for (Verdict verdict : decision.verdicts()) {
      listing.row(
          decision.clOrdId(),
          decision.accepted(),
          verdict.severity(),
          verdict.reason(),
          verdict.rule(),
          verdict.unit().format(verdict.measured()),
          verdict.unit().format(verdict.limit()),
          verdict.unit().word(),
          verdict.source());
    }
    if (decision.verdicts().isEmpty()) {
      listing.row(decision.clOrdId(), decision.accepted(), "", "", "", "", "", "", "");
    }
    return listing;
  }

  /** The verdicts of one decision, one a row. */
  public static Listing verdicts(Decision decision) {
    Listing listing =
        Listing.of("severity", "reason", "rule", "measured", "limit", "unit", "source");
    for (Verdict verdict : decision.verdicts()) {
      listing.row(
          verdict.severity(),
          verdict.reason(),
          verdict.rule(),
          verdict.unit().format(verdict.measured()),
          verdict.unit().format(verdict.limit()),
          verdict.unit().word(),
          verdict.source());
    }
    return listing;
  }

  private static String describe(OrderIntent intent) {
    if (intent instanceof NewOrder order) {
      String price = order.limitPrice() == 0 ? "market" : Fixed.format(order.limitPrice());
      return "%s %s %s @ %s"
          .formatted(order.side(), Fixed.format(order.quantity()), order.instrument(), price);
    }
    if (intent instanceof ReplaceOrder replace) {
      return "REPLACE %s to %s @ %s"
          .formatted(
              replace.origClOrdId(),
              Fixed.format(replace.quantity()),
              Fixed.format(replace.limitPrice()));
    }
    return "CANCEL " + ((CancelOrder) intent).origClOrdId();
  }
}
