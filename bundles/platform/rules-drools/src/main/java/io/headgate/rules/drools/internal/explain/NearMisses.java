package io.headgate.rules.drools.internal.explain;

import io.headgate.model.decision.Severity;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.OrderContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the orders that came close: one comparison alone kept a rule from applying, and what was
 * measured stood within a twentieth of the limit. Where a rule of the same policy blocked, nothing
 * was missed; one that only warned let the order go on to the limit.
 */
final class NearMisses {

  private static final long PART = 20;

  private final ContextEditor editor = new ContextEditor();

  /** Counts one order with the set that decided on it. */
  void count(CompiledRules rules, ContextImage image) {
    OrderContext order = editor.restore(image);
    List<PlacedRule> placed = rules.rules();
    Set<String> blocked = new HashSet<>();
    boolean[] near = new boolean[placed.size()];
    for (int i = 0; i < near.length; i++) {
      PlacedRule rule = placed.get(i);
      try {
        if (!Interpreter.holds(rule.tree().when(), order)) {
          near[i] = isNear(Failing.only(rule.tree().when(), order), order);
        } else if (blocks(rule)) {
          blocked.add(rule.policy());
        }
      } catch (ArithmeticException e) {
        // A rule that fails denies the order; that is no near miss.
        blocked.add(rule.policy());
      }
    }
    for (int i = 0; i < near.length; i++) {
      if (near[i] && !blocked.contains(placed.get(i).policy())) {
        rules.countNearMiss(i);
      }
    }
  }

  private static boolean blocks(PlacedRule rule) {
    return rule.tree().then().stream().anyMatch(call -> call.severity() == Severity.BLOCK);
  }

  private static boolean isNear(@Nullable Condition failed, OrderContext order) {
    if (!(failed instanceof Condition.Compare compare)) {
      return false;
    }
    return isBound(compare.right(), order)
        ? isNear(compare.left(), compare.right(), order)
        : isBound(compare.left(), order) && isNear(compare.right(), compare.left(), order);
  }

  /**
   * Whether an order is held against it: a limit that is set, a number of the rule, or what is
   * computed of such.
   */
  private static boolean isBound(Amount amount, OrderContext order) {
    if (amount instanceof Amount.Arithmetic computed) {
      return isBound(computed.left(), order) && isBound(computed.right(), order);
    }
    return amount instanceof Amount.Literal
        || (amount instanceof Amount.Limit limit
            && Interpreter.value(limit, order) != limit.kind().absent());
  }

  private static boolean isNear(Amount measured, Amount bound, OrderContext order) {
    long limit = Interpreter.value(bound, order);
    long distance = Math.subtractExact(Interpreter.value(measured, order), limit);
    return limit != 0 && Math.abs(distance) <= Math.abs(limit / PART);
  }
}
