package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.Condition.Relation;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.VerdictCall;
import io.headgate.spi.rules.OrderContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that stands in a rule. How near orders come to it can be told where the rule asks, once
 * and of every order, whether the value that its verdict names is above or below just this number;
 * of zero and less there are no shares.
 *
 * @param rule in which it stands
 * @param call what the rule says of it
 * @param comparison by which it is held against a value; null where nearness cannot be told
 * @param guards what else must be so for the rule to look at an order
 */
record RuleNumber(
    PlacedRule rule, VerdictCall call, Condition.@Nullable Compare comparison, Condition guards) {

  /** The number of a rule's first verdict that names one; null if there is none. */
  static @Nullable RuleNumber of(PlacedRule rule) {
    for (VerdictCall call : rule.tree().then()) {
      if (call.kind() == null) {
        return of(rule, call);
      }
    }
    return null;
  }

  private static RuleNumber of(PlacedRule rule, VerdictCall call) {
    List<Condition> guards = new ArrayList<>();
    List<Condition.Compare> comparisons = new ArrayList<>();
    for (Condition part : parts(rule.tree().when())) {
      if (part instanceof Condition.Compare compare && holdsAgainst(compare, call)) {
        comparisons.add(compare);
      } else {
        guards.add(part);
      }
    }
    return new RuleNumber(
        rule, call, comparisons.size() == 1 ? comparisons.get(0) : null, new Condition.And(guards));
  }

  private static List<Condition> parts(Condition when) {
    return when instanceof Condition.And and
        ? and.parts().stream().flatMap(part -> parts(part).stream()).toList()
        : List.of(when);
  }

  private static boolean holdsAgainst(Condition.Compare compare, VerdictCall call) {
    Amount value = call.value();
    return call.limit() instanceof Amount.Literal number
        && number.value() > 0
        && compare.relation() != Relation.EQUAL
        && compare.relation() != Relation.NOT_EQUAL
        && ((compare.left().equals(value) && isNumber(compare.right(), number))
            || (compare.right().equals(value) && isNumber(compare.left(), number)));
  }

  private static boolean isNumber(Amount amount, Amount.Literal number) {
    return amount instanceof Amount.Literal literal && literal.value() == number.value();
  }

  /** Whether it can be told how near an order comes. */
  boolean isMeasured() {
    return comparison != null;
  }

  /** The number, in the unit of the value; 0 where nearness cannot be told. */
  long number() {
    return comparison != null && call.limit() instanceof Amount.Literal number ? number.value() : 0;
  }

  /**
   * Whether the rule looks at this order.
   *
   * @throws ArithmeticException if the rule fails on it
   */
  boolean looksAt(OrderContext context) {
    return comparison != null && Interpreter.holds(guards, context);
  }

  /**
   * Share of the number that an order uses, in percent.
   *
   * @throws ArithmeticException if the rule fails on it
   */
  double share(OrderContext context) {
    return LimitCheck.share(isLeast(), Interpreter.value(call.value(), context), number());
  }

  /**
   * Whether the order is beyond the number, so that the rule speaks if it looks at it.
   *
   * @throws ArithmeticException if the rule fails on it
   */
  boolean catches(OrderContext context) {
    return comparison != null && Interpreter.holds(comparison, context);
  }

  /** Whether smaller values are caught. */
  private boolean isLeast() {
    if (comparison == null) {
      return false;
    }
    boolean less =
        comparison.relation() == Relation.LESS || comparison.relation() == Relation.LESS_OR_EQUAL;
    return less != (comparison.left() instanceof Amount.Literal);
  }
}
