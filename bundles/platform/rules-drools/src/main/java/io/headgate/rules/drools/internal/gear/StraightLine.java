package io.headgate.rules.drools.internal.gear;

import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.TextOperand;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.rules.ContextText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class that calls lifted predicates in a straight line.
 *
 * <p>Rules are called in methods of twenty, which are too long for the JIT to take into their
 * caller: it compiles each by itself, with all rules in it. Of shorter ones it takes some into the
 * caller and runs out of its budget amid the rest. Where many rules ask for one text (an account,
 * say) to equal a constant, only those of the order's own constant are called; the constant is
 * looked up in a map. They test it again, so a wrong lookup could only miss rules, never invent
 * verdicts, and the comparison with a Drools session would find that.
 */
final class StraightLine {

  /** Name of the class. */
  static final String NAME = CanonicalDrl.PACKAGE + ".StraightLine";

  private static final int RULES_IN_A_METHOD = 20;
  private static final int CASES_IN_A_METHOD = 32;
  private static final int LEAST_INDEXED = 8;
  private static final String ARGUMENTS =
      "(io.headgate.spi.rules.OrderContext c, int[] hits, int n)";

  private final StringBuilder methods = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final List<Map<String, Integer>> keys = new ArrayList<>();

  /** Plans and writes the class for the rules that were lifted. */
  StraightLine(List<Lifted> lifted, List<PlacedRule> rules) {
    List<Lifted> plain = new ArrayList<>();
    Map<ContextText, Map<String, List<Lifted>>> indexed = new EnumMap<>(ContextText.class);
    Map<ContextText, Integer> counts = counts(lifted, rules);
    for (Lifted rule : lifted) {
      ContextText field = bestIndex(constants(rule, rules).keySet(), counts);
      if (field == null) {
        plain.add(rule);
      } else {
        indexed
            .computeIfAbsent(field, f -> new LinkedHashMap<>())
            .computeIfAbsent(constants(rule, rules).get(field), c -> new ArrayList<>())
            .add(rule);
      }
    }
    body.append(calls("p", plain));
    indexed.forEach(this::index);
  }

  /** Source of the class. */
  String source() {
    return "package %s;\npublic final class StraightLine implements %s {\n"
            .formatted(CanonicalDrl.PACKAGE, Matcher.class.getName())
        + "private final java.util.Map<String, Integer>[] keys;\n"
        + "public StraightLine(java.util.Map<String, Integer>[] keys) { this.keys = keys; }\n"
        + "public int match"
        + ARGUMENTS
        + " throws Exception {\n"
        + body
        + "return n;\n}\n"
        + methods
        + "}\n";
  }

  /** What the constructor takes: for every indexed field, constants to cases. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Map<String, Integer>[] keys() {
    return keys.toArray(new Map[0]);
  }

  private static Map<ContextText, Integer> counts(List<Lifted> lifted, List<PlacedRule> rules) {
    Map<ContextText, Integer> counts = new EnumMap<>(ContextText.class);
    for (Lifted rule : lifted) {
      constants(rule, rules).keySet().forEach(field -> counts.merge(field, 1, Integer::sum));
    }
    return counts;
  }

  private static @Nullable ContextText bestIndex(
      Iterable<ContextText> fields, Map<ContextText, Integer> counts) {
    ContextText best = null;
    int most = LEAST_INDEXED - 1;
    for (ContextText field : fields) {
      int count = counts.getOrDefault(field, 0);
      if (count > most) {
        most = count;
        best = field;
      }
    }
    return best;
  }

  /**
   * Texts that must equal a constant for the rule to apply. Only those that stand before anything
   * that can fail: skipping the rule must not hide a failure.
   */
  private static Map<ContextText, String> constants(Lifted rule, List<PlacedRule> rules) {
    Map<ContextText, String> constants = new EnumMap<>(ContextText.class);
    Condition when = rules.get(rule.rule()).tree().when();
    List<Condition> parts = when instanceof Condition.And and ? and.parts() : List.of(when);
    for (Condition part : parts) {
      if (part.canFail()) {
        break;
      }
      if (part instanceof Condition.TextIs is
          && is.equal()
          && is.left() instanceof TextOperand.Field field
          && is.right() instanceof TextOperand.Literal literal) {
        constants.putIfAbsent(field.field(), literal.text());
      }
    }
    return constants;
  }

  private void index(ContextText field, Map<String, List<Lifted>> buckets) {
    int place = keys.size();
    Map<String, Integer> cases = new HashMap<>();
    List<String> calls = new ArrayList<>();
    buckets.forEach(
        (constant, rules) -> {
          String prefix = "k" + place + "_" + cases.size() + "_";
          calls.add(calls(prefix, rules));
          cases.put(constant, cases.size());
        });
    keys.add(cases);
    String name = "key" + place;
    body.append("Integer ").append(name).append(" = keys[").append(place).append("].get(c.");
    body.append(Vocabulary.getter(field.property())).append("());\n");
    body.append("if (%s != null) n = %s(%s, c, hits, n);\n".formatted(name, name, name));
    int groups = (calls.size() + CASES_IN_A_METHOD - 1) / CASES_IN_A_METHOD;
    StringBuilder outer = new StringBuilder();
    for (int group = 0; group < groups; group++) {
      outer.append("case %d: return %s_%d(key, c, hits, n);\n".formatted(group, name, group));
      StringBuilder inner = new StringBuilder();
      int end = Math.min(calls.size(), (group + 1) * CASES_IN_A_METHOD);
      for (int i = group * CASES_IN_A_METHOD; i < end; i++) {
        inner.append("case ").append(i).append(": ").append(calls.get(i)).append("return n;\n");
      }
      selector(name + "_" + group, "key", inner);
    }
    selector(name, "key / " + CASES_IN_A_METHOD, outer);
  }

  private void selector(String name, String by, StringBuilder cases) {
    methods
        .append("private static int ")
        .append(name)
        .append(ARGUMENTS.replace("(", "(int key, "))
        .append(" throws Exception {\n")
        .append("switch (")
        .append(by)
        .append(") {\n")
        .append(cases)
        .append("default: return n;\n}\n}\n");
  }

  /** Writes methods for the rules and returns the calls to them. */
  private String calls(String prefix, List<Lifted> rules) {
    StringBuilder calls = new StringBuilder();
    for (int from = 0; from < rules.size(); from += RULES_IN_A_METHOD) {
      String name = prefix + from / RULES_IN_A_METHOD;
      calls.append("n = ").append(name).append("(c, hits, n);\n");
      methods.append("private static int ").append(name).append(ARGUMENTS);
      methods.append(" throws Exception {\n");
      for (Lifted rule : rules.subList(from, Math.min(rules.size(), from + RULES_IN_A_METHOD))) {
        methods.append("if (").append(test(rule)).append(") hits[n++] = ");
        methods.append(rule.rule()).append(";\n");
      }
      methods.append("return n;\n}\n");
    }
    return calls.toString();
  }

  private static String test(Lifted rule) {
    if (rule.predicates().isEmpty()) {
      return "true";
    }
    return String.join(
        " && ", rule.predicates().stream().map(p -> p + ".INSTANCE.test(c)").toList());
  }
}
