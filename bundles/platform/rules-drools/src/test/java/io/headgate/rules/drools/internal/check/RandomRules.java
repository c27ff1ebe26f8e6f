package io.headgate.rules.drools.internal.check;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes random conditions that the grammar allows. */
final class RandomRules {

  private static final List<String> TEXTS = List.copyOf(Vocabulary.TEXTS.keySet());
  private static final String[] OPERATORS = {"<", "<=", ">", ">="};
  private static final String[] ACCOUNTS = {"A1", "DESK-2", "x y", "-", ""};

  private final SplittableRandom random;

  RandomRules(long seed) {
    this.random = new SplittableRandom(seed);
  }

  List<String> conditions(int count) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> parts = new ArrayList<>();
      for (int part = random.nextInt(4); part >= 0; part--) {
        parts.add(condition(2));
      }
      conditions.add(String.join(", ", parts));
    }
    return conditions;
  }

  private String condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> "account " + (random.nextBoolean() ? "==" : "!=") + " \"" + account() + "\"";
      case 1 -> (random.nextBoolean() ? "" : "!") + (random.nextBoolean() ? "buy" : "replace");
      case 2 -> text();
      case 3 -> function();
      case 4 -> comparison();
      case 5 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
      case 6 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
      default -> "!(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
    };
  }

  private String text() {
    String in =
        "account " + (random.nextBoolean() ? "" : "not ") + "in (\"" + account() + "\", \"B\")";
    return random.nextBoolean() ? TEXTS.get(random.nextInt(TEXTS.size())) + " == trader" : in;
  }

  private String account() {
    return ACCOUNTS[random.nextInt(ACCOUNTS.length)];
  }

  private String function() {
    Unit unit = unit();
    String pair = "(" + amount(unit, 1) + ", " + field(unit) + ")";
    return switch (random.nextInt(4)) {
      case 0 -> "Ops.eq" + pair;
      case 1 -> "Ops.ne" + pair;
      case 2 -> "Ops.multipleOf" + pair;
      default -> (random.nextBoolean() ? "" : "!") + "Ops.limited(warnPriceCollar)";
    };
  }

  private String comparison() {
    Unit unit = unit();
    String operator = OPERATORS[random.nextInt(OPERATORS.length)];
    return random.nextBoolean()
        ? amount(unit, 2) + " " + operator + " " + field(unit)
        : field(unit) + " " + operator + " " + literal(unit);
  }

  private String amount(Unit unit, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 1)) {
      case 1 -> "(" + amount(unit, depth - 1) + " + " + field(unit) + ")";
      case 2 -> "(" + literal(unit) + " - " + field(unit) + ")";
      case 3 -> "(" + field(unit) + " * " + (1 + random.nextInt(9)) + ")";
      case 4 -> "(" + amount(unit, 0) + " / " + (1 + random.nextInt(9)) + ")";
      case 5 -> "Ops.abs(" + amount(unit, depth - 1) + ")";
      default -> field(unit);
    };
  }

  private String literal(Unit unit) {
    String sign = random.nextInt(4) == 0 ? "-" : "";
    String fraction =
        switch (unit) {
          case QTY, PRICE, BPS, PERCENT, AMOUNT -> random.nextBoolean() ? ".5" : "";
          default -> "";
        };
    return sign + random.nextInt(2000) + fraction;
  }

  private Unit unit() {
    Unit[] units = {Unit.QTY, Unit.QTY, Unit.PRICE, Unit.AMOUNT, Unit.BPS, Unit.MILLIS, Unit.COUNT};
    return units[random.nextInt(units.length)];
  }

  private String field(Unit unit) {
    List<String> fields =
        Vocabulary.AMOUNTS.entrySet().stream()
            .filter(entry -> entry.getValue().unit() == unit)
            .map(java.util.Map.Entry::getKey)
            .toList();
    return fields.get(random.nextInt(fields.size()));
  }
}
