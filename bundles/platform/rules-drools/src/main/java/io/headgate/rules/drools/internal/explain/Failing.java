package io.headgate.rules.drools.internal.explain;

import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which condition kept a rule from applying. */
final class Failing {

  private Failing() {}

  /**
   * The first condition that does not hold; of alternatives, all of them together. Null where all
   * hold.
   *
   * @throws ArithmeticException if one before it fails
   */
  static @Nullable Condition first(Condition when, OrderContext order) {
    if (when instanceof Condition.And and) {
      for (Condition part : and.parts()) {
        Condition failed = first(part, order);
        if (failed != null) {
          return failed;
        }
      }
      return null;
    }
    return Interpreter.holds(when, order) ? null : when;
  }

  /** The only condition that does not hold; null where all hold, or several do not. */
  static @Nullable Condition only(Condition when, OrderContext order) {
    List<Condition> parts = when instanceof Condition.And and ? and.parts() : List.of(when);
    Condition only = null;
    for (Condition part : parts) {
      if (!Interpreter.holds(part, order)) {
        if (only != null) {
          return null;
        }
        only = part;
      }
    }
    return only instanceof Condition.And nested ? only(nested, order) : only;
  }
}
