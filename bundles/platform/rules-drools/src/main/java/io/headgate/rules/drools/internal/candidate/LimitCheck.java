package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Severity;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.Condition.Relation;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.VerdictCall;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.OrderContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule that holds a value against a kind of limit, taken apart: which value, which side of the
 * limit is safe, and what else must be so for the rule to look at an order at all.
 *
 * @param kind of the limit
 * @param value what is held against it
 * @param below whether values below the limit are caught, as with a window
 * @param guards conditions of the rule that do not speak of the limit
 */
record LimitCheck(LimitKind kind, Amount value, boolean below, List<Condition> guards) {

  /** No share of the limit could be told. */
  static final double NO_SHARE = -1;

  private static final double PERCENT = 100;

  LimitCheck {
    guards = List.copyOf(guards);
  }

  /** Every blocking check of some rules. */
  static List<LimitCheck> of(List<PlacedRule> rules) {
    List<LimitCheck> checks = new ArrayList<>();
    for (PlacedRule rule : rules) {
      for (VerdictCall call : rule.tree().then()) {
        LimitKind kind = call.kind();
        if (kind != null && call.severity() == Severity.BLOCK) {
          checks.add(of(rule.tree().when(), kind, call.value()));
        }
      }
    }
    return List.copyOf(checks);
  }

  private static LimitCheck of(Condition when, LimitKind kind, Amount value) {
    List<Condition> guards = new ArrayList<>();
    boolean below = kind.isWindow();
    for (Condition part : when instanceof Condition.And and ? and.parts() : List.of(when)) {
      if (!speaksOf(part, kind)) {
        guards.add(part);
      } else if (part instanceof Condition.Compare compare) {
        boolean less =
            compare.relation() == Relation.LESS || compare.relation() == Relation.LESS_OR_EQUAL;
        below = less != speaksOf(compare.left(), kind);
      }
    }
    return new LimitCheck(kind, value, below, guards);
  }

  private static boolean speaksOf(Condition condition, LimitKind kind) {
    if (condition instanceof Condition.Compare compare) {
      return speaksOf(compare.left(), kind) || speaksOf(compare.right(), kind);
    }
    if (condition instanceof Condition.Limited limited) {
      return limited.kind() == kind;
    }
    if (condition instanceof Condition.And and) {
      return and.parts().stream().anyMatch(part -> speaksOf(part, kind));
    }
    return condition instanceof Condition.Or or
        && or.parts().stream().anyMatch(part -> speaksOf(part, kind));
  }

  private static boolean speaksOf(Amount amount, LimitKind kind) {
    if (amount instanceof Amount.Limit limit) {
      return limit.kind() == kind;
    }
    if (amount instanceof Amount.Arithmetic arithmetic) {
      return speaksOf(arithmetic.left(), kind) || speaksOf(arithmetic.right(), kind);
    }
    return amount instanceof Amount.Absolute absolute && speaksOf(absolute.of(), kind);
  }

  /** Whether the rule looks at this order. */
  boolean looksAt(OrderContext context) {
    for (Condition guard : guards) {
      if (!Interpreter.holds(guard, context)) {
        return false;
      }
    }
    return true;
  }

  /** Share of the limit that an order uses, in percent; {@link #NO_SHARE} for a limit of 0. */
  double share(OrderContext context, long limit) {
    return share(below, Interpreter.value(value, context), limit);
  }

  /**
   * Share of a limit, in percent; {@link #NO_SHARE} for a limit of 0 or less.
   *
   * @param below whether values below the limit are caught
   */
  static double share(boolean below, long measured, long limit) {
    if (limit <= 0) {
      return NO_SHARE;
    }
    return below
        ? PERCENT * limit / Math.max(1, (double) measured)
        : PERCENT * Math.max(0, measured) / limit;
  }
}
