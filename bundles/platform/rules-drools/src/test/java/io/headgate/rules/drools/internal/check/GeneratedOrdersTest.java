package io.headgate.rules.drools.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.Condition.Relation;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.OrderContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the orders by which sets are compared would tell a rule from one that is nearly it. */
class GeneratedOrdersTest {

  private static final int ORDERS = 100_000;

  /** A shipped rule, and the same with one thing wrong. */
  private record Slip(String what, Condition right, Condition wrong) {

    boolean shows(OrderContext context) {
      return holds(right, context) != holds(wrong, context);
    }

    /** 1 if it holds, 0 if not, -1 if it fails. */
    private static int holds(Condition condition, OrderContext context) {
      try {
        return Interpreter.holds(condition, context) ? 1 : 0;
      } catch (ArithmeticException e) {
        return -1;
      }
    }
  }

  @Test
  void everySlipInAShippedRuleShows() throws Exception {
    List<PlacedRule> rules = Rules.shipped();
    List<Slip> hidden = new ArrayList<>();
    for (PlacedRule rule : rules) {
      for (Condition wrong : slips(rule.tree().when())) {
        hidden.add(new Slip(rule.name() + " as " + wrong, rule.tree().when(), wrong));
      }
    }
    assertThat(hidden).hasSizeGreaterThan(3 * rules.size());
    OrderGenerator generator = new OrderGenerator(42, rules);
    ContextEditor editor = new ContextEditor();
    for (int i = 0; i < ORDERS && !hidden.isEmpty(); i++) {
      OrderContext context = generator.next().fill(editor);
      hidden.removeIf(slip -> slip.shows(context));
    }
    assertThat(hidden).extracting(Slip::what).isEmpty();
  }

  /** The condition with one part left out, turned round, or off by one. */
  private static List<Condition> slips(Condition condition) {
    List<Condition> slips = new ArrayList<>();
    slips.add(condition.negated());
    if (condition instanceof Condition.And and) {
      for (int i = 0; i < and.parts().size(); i++) {
        List<Condition> without = new ArrayList<>(and.parts());
        Condition part = without.remove(i);
        slips.add(new Condition.And(without));
        for (Condition wrong : slips(part)) {
          List<Condition> with = new ArrayList<>(and.parts());
          with.set(i, wrong);
          slips.add(new Condition.And(with));
        }
      }
    } else if (condition instanceof Condition.Compare compare) {
      slips.add(
          new Condition.Compare(compare.left(), neighbour(compare.relation()), compare.right()));
    }
    return slips;
  }

  private static Relation neighbour(Relation relation) {
    return switch (relation) {
      case LESS -> Relation.LESS_OR_EQUAL;
      case LESS_OR_EQUAL, NOT_EQUAL -> Relation.LESS;
      case GREATER -> Relation.GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL, EQUAL -> Relation.GREATER;
    };
  }
}
