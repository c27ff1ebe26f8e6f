package io.headgate.rules.drools.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** A rule that no order of the exercise fails, since their times are small; a real one does. */
public final class FailsLater {

  public static final String RULE =
      Rules.text("clock", "decisionMillis * 10000000 > 5, quantity > 900");

  /** The time of a real order, UTC milliseconds since 1970. */
  public static final long TODAY = 1_793_000_000_000L;

  private FailsLater() {}

  /** An order for 11 where 10 are allowed. */
  public static OrderContext order(long millis) {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, 11 * Fixed.ONE)
        .set(ContextNumber.DECISION_MILLIS, millis)
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, 10 * Fixed.ONE, "limits/x.csv:3")
                .build())
        .context();
  }

  /** A real order comes, and the rule fails on it. */
  public static void on(@Nullable RuleSet rules) {
    if (rules == null) {
      throw new AssertionError("no set serves");
    }
    OrderContext order = order(TODAY);
    assertThatThrownBy(() -> rules.evaluate(order)).hasMessageContaining(".drl:");
  }
}
