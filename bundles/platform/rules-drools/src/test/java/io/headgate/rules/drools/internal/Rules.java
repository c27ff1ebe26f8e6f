package io.headgate.rules.drools.internal;

import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import java.util.ArrayList;
import java.util.List;

/** Makes rules out of bare conditions. */
public final class Rules {

  public static final String HASH = "0".repeat(64);

  private Rules() {}

  /** A rule that says one thing when a condition holds. */
  public static String text(String name, String condition) {
    return "rule \"%s\" when $o : OrderContext(%s) then $o.block(\"TEST_HIT\", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end%n"
        .formatted(name, condition);
  }

  /** One rule for each condition, named c0, c1, … */
  public static List<PlacedRule> of(List<String> conditions) throws Refused {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      file.append(text("c" + i, conditions.get(i)));
    }
    return parsed(file.toString());
  }

  /** The rules of a file, in its order. */
  public static List<PlacedRule> parsed(String file) throws Refused {
    List<PlacedRule> rules = new ArrayList<>();
    RuleFileParser.parse(file)
        .forEach(tree -> rules.add(new PlacedRule("test", "policies/test/test.drl", tree)));
    return rules;
  }

  /** Compiled as it would serve. */
  public static RuleCompiler.Compilation compiled(List<PlacedRule> rules) throws CompileException {
    return new RuleCompiler(true).compile(HASH, rules);
  }
}
