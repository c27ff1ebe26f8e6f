package io.headgate.rules.drools.internal.gear;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.TextOperand;
import io.headgate.rules.drools.internal.text.VerdictCall;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints checked rules as the DRL that Drools compiles. Nothing of an author's file gets through
 * but names and texts of printable ASCII without quotes and backslashes, and numbers.
 *
 * <p>Rules are named {@code r0}, {@code r1}, … in the order of evaluation, and their salience falls
 * in that order, so that a plain Drools session fires them in the same one.
 */
final class CanonicalDrl {

  /** Package of all that is generated; rules that are compiled together have one below it. */
  static final String PACKAGE = "io.headgate.rules.generated";

  private CanonicalDrl() {}

  /** Rules as a file of a package. */
  static String print(String inPackage, List<PlacedRule> rules) {
    StringBuilder drl = new StringBuilder("package " + inPackage + ";\n");
    for (Class<?> type : List.of(OrderContext.class, LimitKind.class, Unit.class, Ops.class)) {
      drl.append("import ").append(type.getName()).append(";\n");
    }
    for (int i = 0; i < rules.size(); i++) {
      drl.append("rule \"").append(name(i)).append("\" salience ").append(rules.size() - i);
      drl.append(body(rules.get(i)));
    }
    return drl.toString();
  }

  /** All of a rule but its name and its place: rules of one body are compiled to the same. */
  static String body(PlacedRule rule) {
    StringBuilder drl = new StringBuilder("\nwhen\n  $o : OrderContext(");
    drl.append(top(rule.tree().when())).append(")\nthen\n");
    rule.tree().then().forEach(call -> drl.append("  ").append(call(call)).append('\n'));
    return drl.append("end\n").toString();
  }

  static String name(int index) {
    return "r" + index;
  }

  static int index(String name) {
    return Integer.parseInt(name.substring(1));
  }

  private static String top(Condition condition) {
    return condition instanceof Condition.And and
        ? and.parts().stream().map(CanonicalDrl::condition).collect(Collectors.joining(" && "))
        : condition(condition);
  }

  private static String condition(Condition condition) {
    if (condition instanceof Condition.And and) {
      return joined(and.parts(), " && ");
    }
    if (condition instanceof Condition.Or or) {
      return joined(or.parts(), " || ");
    }
    if (condition instanceof Condition.Compare compare) {
      String operation =
          switch (compare.relation()) {
            case LESS -> "lt";
            case LESS_OR_EQUAL -> "le";
            case GREATER -> "gt";
            case GREATER_OR_EQUAL -> "ge";
            case EQUAL -> "eq";
            case NOT_EQUAL -> "ne";
          };
      return "Ops." + operation + pair(amount(compare.left()), amount(compare.right()));
    }
    if (condition instanceof Condition.TextIs is) {
      return text(is.left()) + (is.equal() ? " == " : " != ") + text(is.right());
    }
    if (condition instanceof Condition.MultipleOf multiple) {
      String call = "Ops.multipleOf" + pair(amount(multiple.value()), amount(multiple.step()));
      return multiple.expected() ? call : "Ops.isFalse(" + call + ")";
    }
    if (condition instanceof Condition.Limited limited) {
      String limit = Vocabulary.property(limited.kind(), limited.warning());
      String absent = limited.kind().absent() + "L";
      return (limited.expected() ? "Ops.ne" : "Ops.eq") + pair(limit, absent);
    }
    Condition.Flag flag = (Condition.Flag) condition;
    return flag.expected() ? flag.property() : "Ops.isFalse(" + flag.property() + ")";
  }

  private static String joined(List<Condition> parts, String by) {
    return parts.stream().map(CanonicalDrl::condition).collect(Collectors.joining(by, "(", ")"));
  }

  private static String pair(String left, String right) {
    return "(" + left + ", " + right + ")";
  }

  private static String amount(Amount amount) {
    if (amount instanceof Amount.Field field) {
      return field.field().property();
    }
    if (amount instanceof Amount.Limit limit) {
      return Vocabulary.property(limit.kind(), limit.warning());
    }
    if (amount instanceof Amount.Literal literal) {
      return literal.value() + "L";
    }
    if (amount instanceof Amount.Absolute absolute) {
      return "Ops.abs(" + amount(absolute.of()) + ")";
    }
    Amount.Arithmetic arithmetic = (Amount.Arithmetic) amount;
    String operation =
        switch (arithmetic.operator()) {
          case '+' -> "add";
          case '-' -> "subtract";
          case '*' -> "multiply";
          default -> "divide";
        };
    return "Ops." + operation + pair(amount(arithmetic.left()), amount(arithmetic.right()));
  }

  private static String text(TextOperand operand) {
    return operand instanceof TextOperand.Field field
        ? field.field().property()
        : '"' + ((TextOperand.Literal) operand).text() + '"';
  }

  private static String call(VerdictCall call) {
    String verb = call.severity() == Severity.BLOCK ? "block" : "warn";
    String head = "$o.%s(\"%s\", ".formatted(verb, call.reason());
    Amount limit = call.limit();
    return limit == null
        ? head + "LimitKind." + call.kind() + ", " + read(call.value()) + ");"
        : head + read(call.value()) + ", " + read(limit) + ", Unit." + limit.unit() + ");";
  }

  private static String read(Amount amount) {
    return amount instanceof Amount.Literal
        ? amount(amount)
        : "$o." + Vocabulary.getter(amount(amount)) + "()";
  }
}
