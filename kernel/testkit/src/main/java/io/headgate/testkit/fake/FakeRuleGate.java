package io.headgate.testkit.fake;

import io.headgate.model.decision.Unit;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.rules.RuleSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule gate whose rules are a lambda; safe to change while another thread evaluates. */
public final class FakeRuleGate implements RuleGate {

  private volatile @Nullable RuleSet current;
  private volatile int generation;

  private FakeRuleGate() {}

  /** No rule set could be loaded: every order must be denied. */
  public static FakeRuleGate empty() {
    return new FakeRuleGate();
  }

  /** Rules that object to nothing. */
  public static FakeRuleGate passing() {
    return of(context -> {});
  }

  /** Rules that block everything, with one reason. */
  public static FakeRuleGate blocking(String reason) {
    return of(
        context -> {
          context.beginRule("always");
          context.block(reason, 1, 0, Unit.COUNT);
        });
  }

  /** The one rule that needs a limit and nothing else: largest order quantity. */
  public static FakeRuleGate maxQuantity() {
    return of(
        context -> {
          context.beginRule("max-order-qty");
          if (context.getQuantity() > context.getMaxOrderQty()) {
            context.block("QTY_EXCEEDED", LimitKind.MAX_ORDER_QTY, context.getQuantity());
          }
        });
  }

  /** Rules as a lambda. */
  public static FakeRuleGate of(Consumer<OrderContext> rules) {
    FakeRuleGate gate = new FakeRuleGate();
    gate.set(rules);
    return gate;
  }

  /** Other rules from now on, with another hash. */
  public synchronized void set(Consumer<OrderContext> rules) {
    generation++;
    current = new Lambda("%064x".formatted(generation), rules);
  }

  @Override
  public @Nullable RuleSet current() {
    return current;
  }

  private record Lambda(String hash, Consumer<OrderContext> rules) implements RuleSet {
    @Override
    public void evaluate(OrderContext context) {
      rules.accept(context);
    }
  }
}
