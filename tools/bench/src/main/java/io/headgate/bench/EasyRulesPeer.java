package io.headgate.bench;

import io.headgate.spi.rules.OrderContext;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules, with conditions and actions in Java. */
final class EasyRulesPeer implements Peer {

  private static final String ORDER = "order";

  private final RulesEngine engine = new DefaultRulesEngine();
  private final Rules rules = new Rules();

  EasyRulesPeer() {
    int priority = 0;
    for (DecisionRules.Check check : DecisionRules.all()) {
      rules.register(
          new RuleBuilder()
              .name(check.reason() + " " + priority)
              .priority(priority++)
              .when(facts -> check.test().test(order(facts)))
              .then(facts -> check.speak(order(facts)))
              .build());
    }
  }

  private static OrderContext order(Facts facts) {
    return facts.get(ORDER);
  }

  @Override
  public void judge(OrderContext order) {
    Facts facts = new Facts();
    facts.put(ORDER, order);
    engine.fire(rules, facts);
  }
}
