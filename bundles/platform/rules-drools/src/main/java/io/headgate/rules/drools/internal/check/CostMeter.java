package io.headgate.rules.drools.internal.check;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.Matcher;
import io.headgate.spi.explain.RuleCosts;
import io.headgate.spi.explain.RuleCosts.RuleCost;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Measures what rules cost on made-up orders, a few of them violating: the median of several rounds
 * of calls, so that a pause of the machine does not count.
 */
public final class CostMeter {

  private static final int ORDERS = 128;
  private static final int VIOLATING_IN = 20;
  private static final int CALLS = 4_096;
  private static final int WARM_ROUNDS = 3;
  private static final int ROUNDS = 7;

  private final CompiledRules rules;
  private final LongSupplier nanos;
  private final List<OrderContext> orders = new ArrayList<>();
  private final int[] hits;

  /**
   * @param rules what is measured; may serve meanwhile
   * @param nanos nanoseconds from some origin
   */
  public CostMeter(CompiledRules rules, LongSupplier nanos) {
    this.rules = rules;
    this.nanos = nanos;
    this.hits = new int[rules.rules().size()];
    OrderGenerator generator = new OrderGenerator(1, rules.rules());
    for (int i = 0; i < ORDERS; i++) {
      boolean violating = i % VIOLATING_IN == 0 && hits.length > 0;
      Draft draft = violating ? generator.aimedAt(i % hits.length) : generator.ordinary();
      orders.add(draft.fill(new ContextEditor()));
    }
  }

  /** Measures the set and each of its rules. */
  public RuleCosts measure() {
    List<RuleInfo> infos = rules.describe();
    List<RuleCost> costs = new ArrayList<>();
    try (CompiledRules.Probe probe = rules.probe()) {
      double whole = cost(probe.whole());
      for (int i = 0; i < infos.size(); i++) {
        RuleInfo info = infos.get(i);
        costs.add(
            new RuleCost(
                info.name(),
                info.source(),
                info.gear(),
                cost(probe.rule(i)),
                info.nearMisses(),
                info.note()));
      }
      costs.sort(Comparator.comparingDouble(RuleCost::nanos).reversed());
      return new RuleCosts(rules.hash(), whole, costs);
    }
  }

  private double cost(Matcher matcher) {
    double[] rounds = new double[ROUNDS];
    for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
      long started = nanos.getAsLong();
      for (int call = 0; call < CALLS; call++) {
        ask(matcher, orders.get(call % ORDERS));
      }
      if (round >= 0) {
        rounds[round] = (nanos.getAsLong() - started) / (double) CALLS;
      }
    }
    Arrays.sort(rounds);
    // A tenth of a nanosecond is less than one round differs from the next.
    return Math.rint(rounds[ROUNDS / 2] * 10) / 10;
  }

  private void ask(Matcher matcher, OrderContext order) {
    try {
      matcher.match(order, hits, 0);
    } catch (Exception e) {
      // An order too large for a rule's arithmetic costs what it costs until it fails.
    }
  }
}
