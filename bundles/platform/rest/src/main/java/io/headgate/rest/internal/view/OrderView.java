package io.headgate.rest.internal.view;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.rest.internal.json.Times;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order. */
@Schema(name = "Order", description = "An order as it stands, in FIX terms")
public record OrderView(
    @Schema(description = "ClOrdID under which it was first sent; its id for ever") String id,
    @Schema(description = "Latest accepted ClOrdID of its replace chain") String clOrdId,
    @Schema(description = "FIX OrdStatus, and DENIED (here) and UNKNOWN (venue has not said)")
        OrdStatus status,
    @Schema(description = "What was asked, with quantity and price now in force")
        RequestView request,
    @Schema(description = "Connector that holds it") String broker,
    @Schema(format = "decimal", description = "CumQty, filled so far") String cumQty,
    @Schema(format = "decimal", description = "LeavesQty, what can still fill") String leavesQty,
    @Schema(format = "decimal", description = "AvgPx of the fills; 0 before the first")
        String avgPx,
    @Schema(description = "OrderID of the venue; empty before its first answer")
        String venueOrderId,
    @Schema(format = "date-time") @Nullable String created,
    @Schema(format = "date-time") @Nullable String updated,
    @Schema(description = "Why it is where it is; empty where there is nothing to say")
        String text) {

  /** An order as clients see it. */
  public static OrderView of(Order order) {
    return new OrderView(
        order.id().toString(),
        order.clOrdId().toString(),
        order.status(),
        RequestView.of(order.request()),
        order.broker(),
        Fixed.format(order.cumQty()),
        Fixed.format(order.leavesQty()),
        Fixed.format(order.avgPx()),
        order.venueOrderId(),
        Times.iso(order.created()),
        Times.iso(order.updated()),
        order.text());
  }

  /** Several orders. */
  @Schema(name = "Orders")
  public record Many(List<OrderView> orders) {}
}
