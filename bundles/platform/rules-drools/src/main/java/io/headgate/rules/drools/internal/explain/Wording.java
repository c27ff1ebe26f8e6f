package io.headgate.rules.drools.internal.explain;

import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.TextOperand;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;

/** Says a condition in the words of a rule file. */
final class Wording {

  private Wording() {}

  static String of(Condition condition) {
    if (condition instanceof Condition.And and) {
      return joined(and.parts(), " && ", "true");
    }
    if (condition instanceof Condition.Or or) {
      return joined(or.parts(), " || ", "false");
    }
    if (condition instanceof Condition.Compare compare) {
      return compare(compare);
    }
    if (condition instanceof Condition.TextIs is) {
      return of(is.left()) + (is.equal() ? " == " : " != ") + of(is.right());
    }
    if (condition instanceof Condition.MultipleOf multiple) {
      String call = "Ops.multipleOf(%s, %s)".formatted(of(multiple.value()), of(multiple.step()));
      return multiple.expected() ? call : "!" + call;
    }
    if (condition instanceof Condition.Limited limited) {
      String call =
          "Ops.limited(%s)".formatted(Vocabulary.property(limited.kind(), limited.warning()));
      return limited.expected() ? call : "!" + call;
    }
    Condition.Flag flag = (Condition.Flag) condition;
    return flag.expected() ? flag.property() : "!" + flag.property();
  }

  private static String joined(List<Condition> parts, String by, String none) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(Wording::of).collect(Collectors.joining(by, "(", ")"));
  }

  private static String compare(Condition.Compare compare) {
    String left = of(compare.left());
    String right = of(compare.right());
    return switch (compare.relation()) {
      case LESS -> left + " < " + right;
      case LESS_OR_EQUAL -> left + " <= " + right;
      case GREATER -> left + " > " + right;
      case GREATER_OR_EQUAL -> left + " >= " + right;
      case EQUAL -> "Ops.eq(" + left + ", " + right + ")";
      case NOT_EQUAL -> "Ops.ne(" + left + ", " + right + ")";
    };
  }

  private static String of(TextOperand operand) {
    return operand instanceof TextOperand.Field field
        ? field.field().property()
        : '"' + ((TextOperand.Literal) operand).text() + '"';
  }

  static String of(Amount amount) {
    if (amount instanceof Amount.Field field) {
      return field.field().property();
    }
    if (amount instanceof Amount.Limit limit) {
      return Vocabulary.property(limit.kind(), limit.warning());
    }
    if (amount instanceof Amount.Literal literal) {
      return literal.unit().format(literal.value());
    }
    if (amount instanceof Amount.Absolute absolute) {
      return "Ops.abs(" + of(absolute.of()) + ")";
    }
    Amount.Arithmetic arithmetic = (Amount.Arithmetic) amount;
    boolean scales = arithmetic.operator() == '*' || arithmetic.operator() == '/';
    String right =
        scales && arithmetic.right() instanceof Amount.Literal factor
            ? Long.toString(factor.value())
            : of(arithmetic.right());
    return "(%s %c %s)".formatted(of(arithmetic.left()), arithmetic.operator(), right);
  }
}
