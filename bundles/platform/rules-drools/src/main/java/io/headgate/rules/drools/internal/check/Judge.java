package io.headgate.rules.drools.internal.check;

import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.OrderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way to judge an order by a set of rules. */
@FunctionalInterface
interface Judge {

  /**
   * Lets every rule that applies speak.
   *
   * @throws Exception if a rule fails
   */
  void judge(OrderContext context) throws Exception;

  /** The verdicts in their order; nothing if a rule failed. */
  default Optional<List<Verdict>> verdicts(OrderContext context) {
    try {
      judge(context);
      return Optional.of(context.verdicts());
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  /** Judges by the meaning of the text alone, without Drools. */
  static Judge byMeaning(List<PlacedRule> rules) {
    return context -> {
      List<PlacedRule> speaking = new ArrayList<>();
      for (PlacedRule rule : rules) {
        if (Interpreter.holds(rule.tree().when(), context)) {
          speaking.add(rule);
        }
      }
      for (PlacedRule rule : speaking) {
        Interpreter.speak(rule.tree(), context);
      }
    };
  }
}
