package io.headgate.rules.drools.internal.gear;

import io.headgate.rules.drools.internal.text.PlacedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** Compiles checked rules: by Drools, then to a straight line. Takes seconds; not for the loop. */
public final class RuleCompiler {

  private final Predicate<PlacedRule> mayLift;
  private final UnaryOperator<String> straightLine;

  /**
   * @param lift false keeps every rule in a Drools session
   */
  public RuleCompiler(boolean lift) {
    this(rule -> lift, source -> source);
  }

  /** For tests: chooses which rules may be lifted, and spoils what is generated. */
  public RuleCompiler(Predicate<PlacedRule> mayLift, UnaryOperator<String> straightLine) {
    this.mayLift = mayLift;
    this.straightLine = straightLine;
  }

  /**
   * A compiled set, and a session that judges as Drools alone would.
   *
   * @param rules the set
   * @param reference to compare it with; to be closed
   */
  public record Compilation(CompiledRules rules, DroolsSession reference) {}

  /**
   * Compiles.
   *
   * @param hash hash of the files
   * @param rules in the order in which they are to be evaluated
   * @throws CompileException if Drools does not do what is expected of it
   */
  public Compilation compile(String hash, List<PlacedRule> rules) throws CompileException {
    try {
      return DroolsSession.inDrools(() -> compileInDrools(hash, rules));
    } catch (CompileException e) {
      throw e;
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw new CompileException("Drools failed: " + e);
    }
  }

  private Compilation compileInDrools(String hash, List<PlacedRule> rules) throws Exception {
    ClassLoader loader =
        new CompositeLoader(
            RuleCompiler.class.getClassLoader(), KieServices.class.getClassLoader());
    try (ExecutableModel model = ExecutableModel.build(CanonicalDrl.print(rules), loader)) {
      List<Lifted> all = new ArrayList<>();
      List<Lifted> straight = new ArrayList<>();
      for (Lifted rule : model.lift(rules.size())) {
        boolean allowed = mayLift.test(rules.get(rule.rule()));
        Lifted kept = allowed ? rule : notLifted(rule);
        all.add(kept);
        if (kept.obstacle().isEmpty()) {
          straight.add(kept);
        }
      }
      Matcher matcher = matcher(model, straight, rules);
      DroolsSession session = straight.size() == all.size() ? null : session(model, straight);
      CompiledRules compiled = new CompiledRules(hash, List.copyOf(rules), all, matcher, session);
      return new Compilation(compiled, new DroolsSession(model.newBase()));
    }
  }

  private static Lifted notLifted(Lifted rule) {
    return new Lifted(
        rule.rule(), rule.predicates(), rule.test(), rule.consequence(), "lifting is switched off");
  }

  private Matcher matcher(ExecutableModel model, List<Lifted> straight, List<PlacedRule> rules)
      throws Exception {
    StraightLine line = new StraightLine(straight, rules);
    Class<?> type = model.compile(StraightLine.NAME, straightLine.apply(line.source()));
    return (Matcher) type.getConstructor(Map[].class).newInstance((Object) line.keys());
  }

  private static DroolsSession session(ExecutableModel model, List<Lifted> straight) {
    KieBase base = model.newBase();
    for (Lifted rule : straight) {
      base.removeRule(CanonicalDrl.PACKAGE, CanonicalDrl.name(rule.rule()));
    }
    return new DroolsSession(base);
  }
}
