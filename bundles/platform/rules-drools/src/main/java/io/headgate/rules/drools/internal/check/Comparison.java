package io.headgate.rules.drools.internal.check;

import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.gear.Compilation;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.DroolsSession;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges many generated orders three ways: by the compiled set as it would serve, by a plain Drools
 * session, and by the meaning of the text. All three must say the same, in the same order.
 */
public final class Comparison {

  private final long seed;
  private final List<PlacedRule> rules;
  private final List<PlacedRule> aims;

  /**
   * @param seed decides which orders are tried
   * @param rules the rules that all of them judge by
   */
  public Comparison(long seed, List<PlacedRule> rules) {
    this(seed, rules, rules);
  }

  /**
   * @param seed decides which orders are tried
   * @param rules the rules that all of them judge by
   * @param aims those of them at whose conditions orders are aimed
   */
  private Comparison(long seed, List<PlacedRule> rules, List<PlacedRule> aims) {
    this.seed = seed;
    this.rules = rules;
    this.aims = aims;
  }

  /**
   * Compares a set with what its rules say, and those that were compiled for it with Drools, on
   * orders that are aimed at them; the others were compared when they were compiled.
   *
   * @param orders how many orders are tried
   * @return the first difference; null if there is none
   */
  public static @Nullable String difference(long seed, Compilation set, int orders) {
    CompiledRules compiled = set.rules();
    List<PlacedRule> all = compiled.rules();
    List<PlacedRule> fresh = set.fresh();
    if (fresh.size() == all.size()) {
      return new Comparison(seed, all).difference(compiled, set.reference(), orders);
    }
    Map<String, Judge> served = Map.of("as it would serve", compiled::evaluate);
    String difference = new Comparison(seed, all).difference(served, orders);
    if (difference != null || fresh.isEmpty()) {
      return difference;
    }
    difference = new Comparison(seed, all, fresh).difference(served, orders);
    if (difference != null) {
      return difference;
    }
    Comparison alone = new Comparison(seed, fresh);
    return alone.difference(Map.of("by Drools", alone.byDrools(set.reference())), orders);
  }

  /**
   * Compares.
   *
   * @param orders how many orders are tried
   * @return the first difference; null if there is none
   */
  public @Nullable String difference(CompiledRules compiled, DroolsSession drools, int orders) {
    return difference(
        Map.of("as it would serve", compiled::evaluate, "by Drools", byDrools(drools)), orders);
  }

  /** Judges as a plain session does. */
  Judge byDrools(DroolsSession session) {
    return context -> session.evaluate(context, rules);
  }

  /** The first order that one of them judges in another way than the text says; null if none is. */
  @Nullable String difference(Map<String, Judge> judges, int orders) {
    OrderGenerator generator = new OrderGenerator(seed, aims);
    ContextEditor editor = new ContextEditor();
    Judge meaning = Judge.byMeaning(rules);
    for (int i = 0; i < orders; i++) {
      Draft order = generator.next();
      OrderContext context = order.fill(editor);
      Optional<List<Verdict>> expected = meaning.verdicts(context);
      for (Map.Entry<String, Judge> judge : judges.entrySet()) {
        editor.begin();
        Optional<List<Verdict>> found = judge.getValue().verdicts(context);
        if (!expected.equals(found)) {
          return "order %d of seed %d is judged in different ways: %s %s, by its text %s; order: %s"
              .formatted(i, seed, judge.getKey(), shown(found), shown(expected), order);
        }
      }
    }
    return null;
  }

  private static String shown(Optional<List<Verdict>> verdicts) {
    return verdicts
        .map(list -> list.stream().map(Verdict::describe).toList().toString())
        .orElse("[failed]");
  }
}
