package io.headgate.spi.noun;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.OrdRejReason;
import io.headgate.model.decision.Verdict;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.ReplaceOrder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders, decisions, verdicts and what venues report. */
public final class OrderNouns {

  /** What one rule said. */
  public static final Noun<Verdict> VERDICT =
      Noun.<Verdict>named("verdict", "verdicts", "What one rule said about one order")
          .text("severity", "BLOCK denies the order, WARN is a remark", Verdict::severity)
          .column()
          .text("reason", "Reason code, CATEGORY_CONDITION", Verdict::reason)
          .column()
          .text("rule", "Name of the rule", Verdict::rule)
          .column()
          .decimal("measured", "Measured value", v -> v.unit().format(v.measured()))
          .unit("see unit")
          .column()
          .decimal("limit", "Limit that it was held against", v -> v.unit().format(v.limit()))
          .unit("see unit")
          .column()
          .text("unit", "Unit of both", v -> v.unit().word())
          .column()
          .text("source", "File and line of the limit; empty where there is none", Verdict::source)
          .column()
          .text("text", "All of it as one sentence", Verdict::describe)
          .build();

  /** An order as it stands. */
  public static final Noun<Order> ORDER =
      Noun.<Order>named("order", "orders", "An order as it stands, in FIX terms")
          .text("id", "ClOrdID under which it was first sent; its id for ever", Order::id)
          .column()
          .text("clOrdId", "Latest accepted ClOrdID of its replace chain", Order::clOrdId)
          .text(
              "status",
              "FIX OrdStatus, and DENIED (here) and UNKNOWN (the venue has not said)",
              Order::status)
          .column()
          .text("account", "Account that pays and holds the position", terms(OrderNouns::account))
          .column()
          .text("trader", "Responsible person; - where there is none", terms(OrderNouns::trader))
          .text("strategy", "Strategy; - for a person's order", terms(OrderNouns::strategy))
          .column()
          .text(
              "idempotencyKey",
              "Key under which it was asked for; empty from inside the node",
              terms(OrderIntent::idempotencyKey))
          .text("instrument", "SYMBOL.VENUE", terms(NewOrder::instrument))
          .column()
          .text("side", "BUY or SELL", terms(NewOrder::side))
          .column()
          .text("type", "MARKET or LIMIT", terms(NewOrder::type))
          .decimal("quantity", "OrderQty now in force", o -> Fixed.format(o.request().quantity()))
          .unit("units of the instrument")
          .column()
          .decimal(
              "limitPrice",
              "Price now in force; null for a market order",
              o -> price(o.request().limitPrice()))
          .unit("currency of the instrument")
          .column()
          .text("timeInForce", "DAY, GTC, IOC, FOK or GTD", terms(NewOrder::timeInForce))
          .time("expireTime", "ExpireTime of a GTD order", o -> o.request().expireTime())
          .text("broker", "Connector that holds it", Order::broker)
          .column()
          .decimal("cumQty", "CumQty, filled so far", o -> Fixed.format(o.cumQty()))
          .unit("units of the instrument")
          .column()
          .decimal("leavesQty", "LeavesQty, what can still fill", o -> Fixed.format(o.leavesQty()))
          .unit("units of the instrument")
          .decimal("avgPx", "AvgPx of the fills; 0 before the first", o -> Fixed.format(o.avgPx()))
          .unit("currency of the instrument")
          .column()
          .text(
              "venueOrderId",
              "OrderID of the venue; empty before its first answer",
              Order::venueOrderId)
          .time("created", "When it was decided on", Order::created)
          .time("updated", "When it last changed", Order::updated)
          .column()
          .text("text", "Why it is where it is; empty where there is nothing to say", Order::text)
          .column()
          .build();

  /** What became of a request. */
  public static final Noun<Decision> DECISION =
      Noun.<Decision>named("decision", "decisions", "What became of a request, with every reason")
          .text("clOrdId", "ClOrdID of the request, denied ones included", Decision::clOrdId)
          .column()
          .integer("sequence", "Sequence number of its record in the journal", Decision::sequence)
          .time("decided", "When", Decision::tsDecided)
          .column()
          .flag("accepted", "Whether it goes to the broker", Decision::accepted)
          .column()
          .text("reason", "Reason code of the first block; empty if accepted", Decision::reason)
          .column()
          .optionalInteger(
              "ordRejReason", "FIX OrdRejReason (103); null if accepted", OrderNouns::rejReason)
          .text("kind", "NEW, REPLACE or CANCEL", d -> kind(d.intent()))
          .column()
          .text("account", "Account that pays and holds the position", by(OrderNouns::account))
          .column()
          .text("trader", "Responsible person; - where there is none", by(OrderNouns::trader))
          .text("strategy", "Strategy; - for a person's order", by(OrderNouns::strategy))
          .column()
          .text(
              "idempotencyKey",
              "Key under which it was sent; empty from inside the node",
              by(OrderIntent::idempotencyKey))
          .text(
              "origClOrdId", "Order to change or cancel; null for a new one", by(OrderNouns::orig))
          .text("instrument", "SYMBOL.VENUE of a new order", ofNew(NewOrder::instrument))
          .column()
          .text("side", "BUY or SELL of a new order", ofNew(NewOrder::side))
          .column()
          .text("type", "MARKET or LIMIT of a new order", ofNew(NewOrder::type))
          .decimal("quantity", "OrderQty; the new total of a replace", OrderNouns::quantity)
          .unit("units of the instrument")
          .column()
          .decimal("limitPrice", "Price; null for a market order", OrderNouns::limitPrice)
          .unit("currency of the instrument")
          .column()
          .text("timeInForce", "Of a new order", ofNew(NewOrder::timeInForce))
          .time(
              "expireTime",
              "ExpireTime of a new GTD order",
              d -> d.intent() instanceof NewOrder order ? order.expireTime() : 0)
          .nestedAll(
              "verdicts",
              "Every warning and block; empty where nothing objected",
              VERDICT,
              Decision::verdicts)
          .text("ruleSet", "Hash of the rule set that decided", Decision::ruleSet)
          .text("broker", "Connector that it goes to; empty where none was found", Decision::broker)
          .build();

  /** What a venue reported. */
  public static final Noun<ExecutionReport> EXECUTION =
      Noun.<ExecutionReport>named("execution", "executions", "What a venue reported, in FIX terms")
          .text("broker", "Connector that it came through", ExecutionReport::broker)
          .text("execType", "FIX ExecType", ExecutionReport::execType)
          .text("clOrdId", "ClOrdID that it names", ExecutionReport::clOrdId)
          .text("venueOrderId", "OrderID of the venue", ExecutionReport::venueOrderId)
          .text("instrument", "SYMBOL.VENUE", ExecutionReport::instrument)
          .text("side", "BUY or SELL", ExecutionReport::side)
          .text("ordStatus", "FIX OrdStatus", ExecutionReport::ordStatus)
          .text(
              "tradeKey", "The venue's key of the trade; empty if none", ExecutionReport::tradeKey)
          .text("tradingDate", "Trading day at the venue", ExecutionReport::tradingDate)
          .decimal("lastQty", "LastQty", e -> Fixed.format(e.lastQty()))
          .decimal("lastPx", "LastPx", e -> Fixed.format(e.lastPx()))
          .decimal("cumQty", "CumQty", e -> Fixed.format(e.cumQty()))
          .decimal("fee", "Above 0 is paid", e -> Fixed.formatAmount(e.fee()))
          .text("feeCurrency", "Currency of the fee", ExecutionReport::feeCurrency)
          .time("transactTime", "TransactTime", ExecutionReport::tsEvent)
          .text("text", "What the venue says about it", ExecutionReport::text)
          .build();

  private OrderNouns() {}

  private static Function<Order, @Nullable Object> terms(
      Function<NewOrder, @Nullable Object> read) {
    return order -> read.apply(order.request());
  }

  private static Function<Decision, @Nullable Object> by(
      Function<OrderIntent, @Nullable Object> read) {
    return decision -> read.apply(decision.intent());
  }

  private static Function<Decision, @Nullable Object> ofNew(
      Function<NewOrder, @Nullable Object> read) {
    return decision -> decision.intent() instanceof NewOrder order ? read.apply(order) : null;
  }

  private static Object account(OrderIntent intent) {
    return intent.originator().account();
  }

  private static Object trader(OrderIntent intent) {
    return intent.originator().trader();
  }

  private static Object strategy(OrderIntent intent) {
    return intent.originator().strategy();
  }

  private static @Nullable Long rejReason(Decision decision) {
    return decision.accepted() ? null : (long) OrdRejReason.of(decision.reason()).fix();
  }

  private static String kind(OrderIntent intent) {
    return intent instanceof NewOrder
        ? "NEW"
        : intent instanceof ReplaceOrder ? "REPLACE" : "CANCEL";
  }

  private static @Nullable Object orig(OrderIntent intent) {
    if (intent instanceof ReplaceOrder replace) {
      return replace.origClOrdId();
    }
    return intent instanceof CancelOrder cancel ? cancel.origClOrdId() : null;
  }

  private static @Nullable String quantity(Decision decision) {
    OrderIntent intent = decision.intent();
    if (intent instanceof ReplaceOrder replace) {
      return Fixed.format(replace.quantity());
    }
    return intent instanceof NewOrder order ? Fixed.format(order.quantity()) : null;
  }

  private static @Nullable String limitPrice(Decision decision) {
    OrderIntent intent = decision.intent();
    if (intent instanceof ReplaceOrder replace) {
      return price(replace.limitPrice());
    }
    return intent instanceof NewOrder order ? price(order.limitPrice()) : null;
  }

  private static @Nullable String price(long limitPrice) {
    return limitPrice == 0 ? null : Fixed.format(limitPrice);
  }
}
