package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Verdict;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.spi.event.NodeEvent;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.camel.util.json.JsonObject;

/** An event as named fields of text and numbers, in a fixed order. */
final class EventFields {

  private static final long NANOS = 1_000_000_000L;

  private EventFields() {}

  static JsonObject of(NodeEvent event) {
    if (event instanceof NodeEvent.Executed executed) {
      return executed(executed.order(), executed.report());
    }
    if (event instanceof NodeEvent.Decided decided) {
      return decided(decided.decision());
    }
    throw new IllegalArgumentException("no text form for " + event.getClass().getSimpleName());
  }

  /** UTC, ISO 8601. */
  static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS));
  }

  private static JsonObject executed(Order order, ExecutionReport report) {
    JsonObject fields = new JsonObject();
    fields.put("time", instant(report.tsEvent()).toString());
    fields.put("orderId", order.id().toString());
    fields.put("clOrdId", report.clOrdId().toString());
    fields.put("account", order.request().originator().account());
    fields.put("trader", order.request().originator().trader());
    fields.put("strategy", order.request().originator().strategy());
    fields.put("broker", report.broker());
    fields.put("instrument", report.instrument().toString());
    fields.put("side", report.side().name());
    fields.put("execType", report.execType().name());
    fields.put("ordStatus", order.status().name());
    fields.put("tradeKey", report.tradeKey());
    fields.put("tradingDate", report.tradingDate().toString());
    fields.put("lastQty", number(report.lastQty()));
    fields.put("lastPx", number(report.lastPx()));
    fields.put("cumQty", number(order.cumQty()));
    fields.put("leavesQty", number(order.leavesQty()));
    fields.put("avgPx", number(order.avgPx()));
    fields.put("fee", Plain.amount(report.fee()));
    fields.put("feeCurrency", report.feeCurrency());
    fields.put("venueOrderId", report.venueOrderId());
    fields.put("text", report.text());
    return fields;
  }

  static JsonObject decided(Decision decision) {
    JsonObject fields = new JsonObject();
    fields.put("time", instant(decision.tsDecided()).toString());
    fields.put("sequence", decision.sequence());
    fields.put("clOrdId", decision.clOrdId().toString());
    fields.put("idempotencyKey", decision.intent().idempotencyKey());
    fields.put("account", decision.intent().originator().account());
    fields.put("trader", decision.intent().originator().trader());
    fields.put("strategy", decision.intent().originator().strategy());
    fields.put("request", decision.intent().getClass().getSimpleName());
    terms(fields, decision.intent());
    fields.put("accepted", decision.accepted());
    fields.put("reason", decision.reason());
    fields.put(
        "verdicts",
        decision.verdicts().stream().map(Verdict::describe).collect(Collectors.joining("; ")));
    fields.put("ruleSet", decision.ruleSet());
    fields.put("broker", decision.broker());
    return fields;
  }

  /** The same fields for every kind of intent, so that CSV columns stay in place. */
  private static void terms(JsonObject fields, OrderIntent intent) {
    NewOrder order = intent instanceof NewOrder n ? n : null;
    ReplaceOrder replace = intent instanceof ReplaceOrder r ? r : null;
    fields.put("instrument", order == null ? "" : order.instrument().toString());
    fields.put("side", order == null ? "" : order.side().name());
    long quantity = order != null ? order.quantity() : replace != null ? replace.quantity() : 0;
    long price = order != null ? order.limitPrice() : replace != null ? replace.limitPrice() : 0;
    fields.put("quantity", number(quantity));
    fields.put("limitPrice", number(price));
  }

  private static Plain number(long scaled) {
    return new Plain(Fixed.format(scaled));
  }
}
