package io.headgate.rules.drools.internal.text;

import io.headgate.model.decision.Severity;
import io.headgate.rules.drools.internal.text.Condition.Relation;
import io.headgate.spi.rules.OrderContext;

/**
 * What a checked rule means, evaluated straight from its tree: slow, allocating and simple. It
 * shares no code with what Drools generates, so the two check each other.
 */
public final class Interpreter {

  private Interpreter() {}

  /**
   * Whether the condition holds.
   *
   * @throws ArithmeticException if a result does not fit a long
   */
  public static boolean holds(Condition condition, OrderContext context) {
    if (condition instanceof Condition.And and) {
      for (Condition part : and.parts()) {
        if (!holds(part, context)) {
          return false;
        }
      }
      return true;
    }
    if (condition instanceof Condition.Or or) {
      for (Condition part : or.parts()) {
        if (holds(part, context)) {
          return true;
        }
      }
      return false;
    }
    if (condition instanceof Condition.Compare compare) {
      int order = Long.compare(value(compare.left(), context), value(compare.right(), context));
      return fits(compare.relation(), order);
    }
    if (condition instanceof Condition.TextIs is) {
      return text(is.left(), context).equals(text(is.right(), context)) == is.equal();
    }
    if (condition instanceof Condition.MultipleOf multiple) {
      long value = value(multiple.value(), context);
      long step = value(multiple.step(), context);
      return (step > 0 && value % step == 0) == multiple.expected();
    }
    if (condition instanceof Condition.Limited limited) {
      long limit = limit(new Amount.Limit(limited.kind(), limited.warning()), context);
      return (limit != limited.kind().absent()) == limited.expected();
    }
    Condition.Flag flag = (Condition.Flag) condition;
    boolean value = flag.property().equals("buy") ? context.isBuy() : context.isReplace();
    return value == flag.expected();
  }

  private static boolean fits(Relation relation, int order) {
    return switch (relation) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
    };
  }

  /**
   * The number, in its unit.
   *
   * @throws ArithmeticException if a result does not fit a long
   */
  public static long value(Amount amount, OrderContext context) {
    if (amount instanceof Amount.Field field) {
      return context.number(field.field());
    }
    if (amount instanceof Amount.Limit limit) {
      return limit(limit, context);
    }
    if (amount instanceof Amount.Literal literal) {
      return literal.value();
    }
    if (amount instanceof Amount.Absolute absolute) {
      long value = value(absolute.of(), context);
      return value < 0 ? Math.negateExact(value) : value;
    }
    Amount.Arithmetic arithmetic = (Amount.Arithmetic) amount;
    long left = value(arithmetic.left(), context);
    long right = value(arithmetic.right(), context);
    return switch (arithmetic.operator()) {
      case '+' -> Math.addExact(left, right);
      case '-' -> Math.subtractExact(left, right);
      case '*' -> Math.multiplyExact(left, right);
      default -> left / right;
    };
  }

  private static long limit(Amount.Limit limit, OrderContext context) {
    return limit.warning()
        ? context.limits().warn(limit.kind())
        : context.limits().block(limit.kind());
  }

  private static String text(TextOperand operand, OrderContext context) {
    return operand instanceof TextOperand.Field field
        ? context.text(field.field())
        : ((TextOperand.Literal) operand).text();
  }

  /** Lets a rule speak whose condition holds. */
  public static void speak(RuleTree rule, OrderContext context) {
    context.beginRule(rule.name());
    for (VerdictCall call : rule.then()) {
      boolean block = call.severity() == Severity.BLOCK;
      long value = value(call.value(), context);
      if (call.kind() != null && block) {
        context.block(call.reason(), call.kind(), value);
      } else if (call.kind() != null) {
        context.warn(call.reason(), call.kind(), value);
      } else if (call.limit() != null && block) {
        context.block(call.reason(), value, value(call.limit(), context), call.limit().unit());
      } else if (call.limit() != null) {
        context.warn(call.reason(), value, value(call.limit(), context), call.limit().unit());
      }
    }
  }
}
