package io.headgate.bench;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The 24 checks of the decision benchmark: one text for Drools and for us, and in Java by hand. */
final class DecisionRules {

  /**
   * One check.
   *
   * @param reason how it is called
   * @param condition when it applies, as Drools reads it
   * @param value name of the value that it reports
   * @param unit unit of that value
   * @param test when it applies, in Java
   */
  record Check(
      String reason, String condition, String value, Unit unit, Predicate<OrderContext> test) {

    private static final Map<String, ToLongFunction<OrderContext>> VALUES =
        Arrays.stream(ContextNumber.values())
            .collect(
                Collectors.toMap(ContextNumber::property, field -> order -> order.number(field)));

    private Check forAccount(String account) {
      return new Check(
          reason,
          "account == \"" + account + "\", " + condition,
          value,
          unit,
          order -> account.equals(order.getAccount()) && test.test(order));
    }

    private String text(String name) {
      return "rule \"%s\" when $o : OrderContext(%s) then $o.block(\"%s\", $o.%s(), 0, Unit.%s); end%n"
          .formatted(name, condition, reason, Vocabulary.getter(value), unit);
    }

    /** Blocks the order. */
    void speak(OrderContext order) {
      block(order, reason, VALUES.getOrDefault(value, o -> 0).applyAsLong(order), unit);
    }
  }

  private static final List<Check> DOZEN =
      List.of(
          new Check(
              "QTY_MAX",
              "quantity > maxOrderQty",
              "quantity",
              Unit.QTY,
              o -> o.getQuantity() > o.getMaxOrderQty()),
          new Check(
              "QTY_WARN",
              "quantity > warnMaxOrderQty, quantity <= maxOrderQty",
              "quantity",
              Unit.QTY,
              o ->
                  o.getQuantity() > o.getWarnMaxOrderQty()
                      && o.getQuantity() <= o.getMaxOrderQty()),
          new Check(
              "NOTIONAL_MAX",
              "notional > maxOrderNotional",
              "notional",
              Unit.AMOUNT,
              o -> o.getNotional() > o.getMaxOrderNotional()),
          new Check(
              "PRICE_COLLAR",
              "priceDeviationBps > priceCollar",
              "priceDeviationBps",
              Unit.BPS,
              o -> o.getPriceDeviationBps() > o.getPriceCollar()),
          new Check(
              "POSITION_LONG",
              "worstLongPosition > maxLongPosition",
              "worstLongPosition",
              Unit.QTY,
              o -> o.getWorstLongPosition() > o.getMaxLongPosition()),
          new Check(
              "POSITION_SHORT",
              "worstShortPosition > maxShortPosition",
              "worstShortPosition",
              Unit.QTY,
              o -> o.getWorstShortPosition() > o.getMaxShortPosition()),
          new Check(
              "DUPLICATE_ORDER",
              "duplicateAgeMillis < duplicateWindow",
              "duplicateAgeMillis",
              Unit.MILLIS,
              o -> o.getDuplicateAgeMillis() < o.getDuplicateWindow()),
          new Check(
              "MARKET_STALE",
              "marketAgeMillis > 5000",
              "marketAgeMillis",
              Unit.MILLIS,
              o -> o.getMarketAgeMillis() > 5000),
          new Check(
              "RATE_SECOND",
              "ordersLastSecond > 90",
              "ordersLastSecond",
              Unit.COUNT,
              o -> o.getOrdersLastSecond() > 90),
          new Check(
              "OPEN_ORDERS",
              "openOrders > 90",
              "openOrders",
              Unit.COUNT,
              o -> o.getOpenOrders() > 90),
          new Check(
              "QTY_LOT",
              "lotSize > quantity",
              "quantity",
              Unit.QTY,
              o -> o.getLotSize() > o.getQuantity()),
          new Check(
              "QTY_BOOK",
              "buy == true, quantity > askSize, openOrders > 80",
              "quantity",
              Unit.QTY,
              o -> o.isBuy() && o.getQuantity() > o.getAskSize() && o.getOpenOrders() > 80));

  private static final int MANY = 400;

  private DecisionRules() {}

  /** The 24; the second dozen is for one account. */
  static List<Check> all() {
    List<Check> all = new ArrayList<>(DOZEN);
    DOZEN.forEach(check -> all.add(check.forAccount("DESK")));
    return all;
  }

  /** The 24 as a rule file. */
  static String text() {
    return text(all());
  }

  /** The 24 and so many more for other accounts that there are 400. */
  static String manyText() {
    return many(MANY);
  }

  /** The 24 and more for other accounts. */
  static String many(int rules) {
    List<Check> many = new ArrayList<>(all());
    for (int i = 0; many.size() < rules; i++) {
      many.add(DOZEN.get(i % DOZEN.size()).forAccount("OTHER" + i / DOZEN.size()));
    }
    return text(many);
  }

  private static String text(List<Check> checks) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < checks.size(); i++) {
      text.append(checks.get(i).text(checks.get(i).reason() + " " + i));
    }
    return text.toString();
  }

  /** As Headgate serves them. */
  static CompiledRules lifted(String text) throws Refused, CompileException {
    List<PlacedRule> rules =
        RuleFileParser.parse(text).stream()
            .map(tree -> new PlacedRule("bench", "policies/bench/bench.drl", tree))
            .toList();
    return new RuleCompiler(true).compile("0".repeat(64), rules).rules();
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
