package io.headgate.rules.drools.internal.check;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleFailedException;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.ArrayList;
import java.util.List;

/** Runs every rule before it serves: some faults of generated code show only then. */
public final class Exercise {

  private static final int ORDINARY_ORDERS = 20;
  private static final int ATTEMPTS = 500;
  private static final int WARM_ORDERS = 256;
  private static final int VIOLATING_IN = 20;

  private final long seed;
  private final CompiledRules rules;

  /**
   * @param seed decides which orders are tried
   * @param rules what is exercised
   */
  public Exercise(long seed, CompiledRules rules) {
    this.seed = seed;
    this.rules = rules;
  }

  /** Lets every rule speak once, and judges ordinary orders without limits; all must succeed. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    ContextEditor editor = new ContextEditor();
    OrderGenerator generator = new OrderGenerator(seed, rules.rules());
    for (int i = 0; i < rules.rules().size(); i++) {
      PlacedRule rule = rules.rules().get(i);
      try {
        OrderContext context = generator.ordinary().fill(editor);
        rules.speak(i, context);
        for (int order = 0; order < ORDINARY_ORDERS; order++) {
          Interpreter.holds(rule.tree().when(), generator.ordinary().fill(editor));
        }
      } catch (RuleFailedException | ArithmeticException e) {
        faults.add(
            new Fault(
                rule.file(),
                rule.tree().line(),
                "rule '%s' fails on an ordinary order without limits (%s); expected a check such as"
                        .formatted(rule.name(), e.getMessage())
                    + " Ops.limited(maxOrderQty) before arithmetic on a limit"));
      }
    }
    return faults;
  }

  /** Rules for which no order could be made to which they apply; they may be contradictory. */
  public List<PlacedRule> silent() {
    List<PlacedRule> silent = new ArrayList<>();
    ContextEditor editor = new ContextEditor();
    OrderGenerator generator = new OrderGenerator(seed, rules.rules());
    for (int i = 0; i < rules.rules().size(); i++) {
      if (!applies(i, generator, editor)) {
        silent.add(rules.rules().get(i));
      }
    }
    return silent;
  }

  private boolean applies(int rule, OrderGenerator generator, ContextEditor editor) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        OrderContext context = generator.aimedAt(rule).fill(editor);
        if (Interpreter.holds(rules.rules().get(rule).tree().when(), context)) {
          return true;
        }
      } catch (ArithmeticException e) {
        // An order too large for this rule's arithmetic proves nothing; the next one may.
      }
    }
    return false;
  }

  /** Judges many orders, a few of them violating, so that the machine has compiled the code. */
  public void warmUp(int evaluations) {
    OrderGenerator generator = new OrderGenerator(seed, rules.rules());
    List<ContextEditor> editors = new ArrayList<>();
    for (int i = 0; i < WARM_ORDERS; i++) {
      ContextEditor editor = new ContextEditor();
      boolean violating = i % VIOLATING_IN == 0 && !rules.rules().isEmpty();
      int rule = violating ? i % rules.rules().size() : 0;
      (violating ? generator.aimedAt(rule) : generator.ordinary()).fill(editor);
      editors.add(editor);
    }
    for (int i = 0; i < evaluations; i++) {
      try {
        rules.evaluate(editors.get(i % WARM_ORDERS).begin().context());
      } catch (RuleFailedException e) {
        // Aimed orders may be too large for a rule's arithmetic; that they are denied is right.
      }
    }
  }
}
