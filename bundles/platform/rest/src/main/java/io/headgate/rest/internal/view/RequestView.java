package io.headgate.rest.internal.view;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.rest.internal.json.Times;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was asked for. */
@Schema(name = "Request", description = "What was asked for; what does not apply is absent")
public record RequestView(
    Kind kind,
    @Schema(description = "Account that pays and holds the position") String account,
    @Schema(description = "Responsible person; - where there is none") String trader,
    @Schema(description = "Strategy; - for a person's order") String strategy,
    @Schema(description = "Key under which it was sent; empty from inside the node")
        String idempotencyKey,
    @Schema(description = "Order to change or cancel", example = "N1-1-2F9")
        @Nullable String origClOrdId,
    @Schema(description = "SYMBOL.VENUE", example = "EURUSD.FXCM") @Nullable String instrument,
    @Nullable Side side,
    @Nullable OrdType type,
    @Schema(format = "decimal", description = "OrderQty; the new total of a replace")
        @Nullable String quantity,
    @Schema(format = "decimal", description = "Price; absent for a market order")
        @Nullable String limitPrice,
    @Nullable TimeInForce timeInForce,
    @Schema(format = "date-time") @Nullable String expireTime) {

  /** What kind of request. */
  public enum Kind {
    NEW,
    REPLACE,
    CANCEL
  }

  /** An intent as clients see it. */
  public static RequestView of(OrderIntent intent) {
    if (intent instanceof NewOrder order) {
      return ofNew(order);
    }
    if (intent instanceof ReplaceOrder replace) {
      return change(
          Kind.REPLACE,
          replace,
          replace.origClOrdId().toString(),
          Fixed.format(replace.quantity()),
          price(replace.limitPrice()));
    }
    CancelOrder cancel = (CancelOrder) intent;
    return change(Kind.CANCEL, cancel, cancel.origClOrdId().toString(), null, null);
  }

  private static RequestView ofNew(NewOrder order) {
    Originator by = order.originator();
    return new RequestView(
        Kind.NEW,
        by.account(),
        by.trader(),
        by.strategy(),
        order.idempotencyKey(),
        null,
        order.instrument().toString(),
        order.side(),
        order.type(),
        Fixed.format(order.quantity()),
        price(order.limitPrice()),
        order.timeInForce(),
        Times.iso(order.expireTime()));
  }

  private static RequestView change(
      Kind kind,
      OrderIntent intent,
      String orig,
      @Nullable String quantity,
      @Nullable String limitPrice) {
    Originator by = intent.originator();
    return new RequestView(
        kind,
        by.account(),
        by.trader(),
        by.strategy(),
        intent.idempotencyKey(),
        orig,
        null,
        null,
        null,
        quantity,
        limitPrice,
        null,
        null);
  }

  private static @Nullable String price(long limitPrice) {
    return limitPrice == 0 ? null : Fixed.format(limitPrice);
  }
}
