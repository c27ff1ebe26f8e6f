package io.headgate.bench;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** The 24 checks of the decision benchmark: one text for Drools and for us, and in Java by hand. */
final class DecisionRules {

  /** One check: how it is called, when it applies, and the value that it reports. */
  private record Check(String reason, String condition, String getter, String unit) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check("QTY_MAX", "quantity > maxOrderQty", "Quantity", "QTY"),
          new Check(
              "QTY_WARN", "quantity > warnMaxOrderQty, quantity <= maxOrderQty", "Quantity", "QTY"),
          new Check("NOTIONAL_MAX", "notional > maxOrderNotional", "Notional", "AMOUNT"),
          new Check("PRICE_COLLAR", "priceDeviationBps > priceCollar", "PriceDeviationBps", "BPS"),
          new Check(
              "POSITION_LONG", "worstLongPosition > maxLongPosition", "WorstLongPosition", "QTY"),
          new Check(
              "POSITION_SHORT",
              "worstShortPosition > maxShortPosition",
              "WorstShortPosition",
              "QTY"),
          new Check(
              "DUPLICATE_ORDER",
              "duplicateAgeMillis < duplicateWindow",
              "DuplicateAgeMillis",
              "MILLIS"),
          new Check("MARKET_STALE", "marketAgeMillis > 5000", "MarketAgeMillis", "MILLIS"),
          new Check("RATE_SECOND", "ordersLastSecond > 90", "OrdersLastSecond", "COUNT"),
          new Check("OPEN_ORDERS", "openOrders > 90", "OpenOrders", "COUNT"),
          new Check("QTY_LOT", "lotSize > quantity", "Quantity", "QTY"),
          new Check(
              "QTY_BOOK", "buy == true, quantity > askSize, openOrders > 80", "Quantity", "QTY"));

  private static final int COPIES = 2;

  private DecisionRules() {}

  /** All checks as rule files; the second dozen is for one account. */
  static String text() {
    StringBuilder text = new StringBuilder();
    for (int copy = 0; copy < COPIES; copy++) {
      for (Check check : CHECKS) {
        String account = copy == 0 ? "" : "account == \"DESK\", ";
        text.append("rule \"%s %d\" when $o : OrderContext(".formatted(check.reason(), copy));
        text.append(account).append(check.condition()).append(") then $o.block(\"");
        text.append(check.reason()).append("\", $o.get").append(check.getter());
        text.append("(), 0, Unit.").append(check.unit()).append("); end\n");
      }
    }
    return text.toString();
  }

  /** As Headgate serves them. */
  static CompiledRules lifted() throws Refused, CompileException {
    List<PlacedRule> rules =
        RuleFileParser.parse(text()).stream()
            .map(tree -> new PlacedRule("bench", "policies/bench/bench.drl", tree))
            .toList();
    return new RuleCompiler(true).compile("0".repeat(64), rules).rules();
  }

  /** As Drools alone compiles them to its executable model. */
  static KieBase stock() {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("io.headgate", "bench", "1");
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    String header =
        "package bench;\nimport %s;\nimport %s;\n"
            .formatted(OrderContext.class.getName(), Unit.class.getName());
    files.write("src/main/resources/bench/bench.drl", header + text());
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().getMessages().toString());
    }
    return services.newKieContainer(release).getKieBase();
  }

  /** By hand. */
  static void byHand(OrderContext o) {
    dozen(o);
    if ("DESK".equals(o.getAccount())) {
      dozen(o);
    }
  }

  private static void dozen(OrderContext o) {
    size(o);
    if (o.getWorstLongPosition() > o.getMaxLongPosition()) {
      block(o, "POSITION_LONG", o.getWorstLongPosition(), Unit.QTY);
    }
    if (o.getWorstShortPosition() > o.getMaxShortPosition()) {
      block(o, "POSITION_SHORT", o.getWorstShortPosition(), Unit.QTY);
    }
    if (o.getDuplicateAgeMillis() < o.getDuplicateWindow()) {
      block(o, "DUPLICATE_ORDER", o.getDuplicateAgeMillis(), Unit.MILLIS);
    }
    if (o.getMarketAgeMillis() > 5000) {
      block(o, "MARKET_STALE", o.getMarketAgeMillis(), Unit.MILLIS);
    }
    if (o.getOrdersLastSecond() > 90) {
      block(o, "RATE_SECOND", o.getOrdersLastSecond(), Unit.COUNT);
    }
    if (o.getOpenOrders() > 90) {
      block(o, "OPEN_ORDERS", o.getOpenOrders(), Unit.COUNT);
    }
    if (o.getLotSize() > o.getQuantity()) {
      block(o, "QTY_LOT", o.getQuantity(), Unit.QTY);
    }
    if (o.isBuy() && o.getQuantity() > o.getAskSize() && o.getOpenOrders() > 80) {
      block(o, "QTY_BOOK", o.getQuantity(), Unit.QTY);
    }
  }

  private static void size(OrderContext o) {
    long quantity = o.getQuantity();
    if (quantity > o.limits().block(LimitKind.MAX_ORDER_QTY)) {
      block(o, "QTY_MAX", quantity, Unit.QTY);
    }
    if (quantity > o.getWarnMaxOrderQty() && quantity <= o.getMaxOrderQty()) {
      block(o, "QTY_WARN", quantity, Unit.QTY);
    }
    if (o.getNotional() > o.getMaxOrderNotional()) {
      block(o, "NOTIONAL_MAX", o.getNotional(), Unit.AMOUNT);
    }
    if (o.getPriceDeviationBps() > o.getPriceCollar()) {
      block(o, "PRICE_COLLAR", o.getPriceDeviationBps(), Unit.BPS);
    }
  }

  private static void block(OrderContext o, String reason, long value, Unit unit) {
    o.beginRule(reason);
    o.block(reason, value, 0, unit);
  }
}
