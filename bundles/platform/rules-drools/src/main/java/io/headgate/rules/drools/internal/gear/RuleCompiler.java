package io.headgate.rules.drools.internal.gear;

import io.headgate.rules.drools.internal.text.PlacedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** Compiles checked rules: by Drools, then to a straight line. Takes seconds; not for the loop. */
public final class RuleCompiler {

  private final Predicate<PlacedRule> mayLift;
  private final UnaryOperator<String> straightLine;
  private final KnownRules known = new KnownRules();
  private final AtomicLong batches = new AtomicLong();
  private final ClassLoader loader =
      new CompositeLoader(RuleCompiler.class.getClassLoader(), KieServices.class.getClassLoader());

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
   * Compiles. Rules that were proven in a set before are taken as they are.
   *
   * @param hash hash of the files
   * @param rules in the order in which they are to be evaluated
   * @throws CompileException if Drools does not do what is expected of it
   */
  public Compilation compile(String hash, List<PlacedRule> rules) throws CompileException {
    try {
      return DroolsSession.inDrools(
          () -> {
            List<Batch> before = known.batchesFor(bodies(rules));
            Compilation quick = compile(hash, rules, before);
            return quick == null ? together(hash, rules) : quick;
          });
    } catch (CompileException e) {
      throw e;
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw new CompileException("Drools failed: " + e);
    }
  }

  private static Set<String> bodies(List<PlacedRule> rules) {
    Set<String> bodies = new HashSet<>();
    rules.forEach(rule -> bodies.add(CanonicalDrl.body(rule)));
    return bodies;
  }

  private Compilation together(String hash, List<PlacedRule> rules) throws Exception {
    Compilation compilation = compile(hash, rules, List.of());
    if (compilation == null) {
      throw new CompileException("the rules do not compile together");
    }
    return compilation;
  }

  /**
   * Compiles what is not in the batches; null where that is not possible, because rules that stay
   * in a session must all be in one.
   */
  private @Nullable Compilation compile(String hash, List<PlacedRule> rules, List<Batch> before)
      throws Exception {
    Lifted[] all = new Lifted[rules.size()];
    List<Integer> places = takeKnown(rules, before, all);
    if (places.isEmpty() && all.length > 0) {
      Matcher matcher = matcher(List.of(all), rules, before);
      CompiledRules compiled = new CompiledRules(hash, rules, List.of(all), matcher, null);
      return new Compilation(compiled, List.of(), null, () -> {});
    }
    return compileRest(hash, rules, before, all, places);
  }

  /** Puts what was proven before into its place; answers the places that stay empty. */
  private static List<Integer> takeKnown(List<PlacedRule> rules, List<Batch> before, Lifted[] all) {
    Map<String, Lifted> proven = new HashMap<>();
    before.forEach(batch -> proven.putAll(batch.rules()));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      Lifted found = proven.get(CanonicalDrl.body(rules.get(i)));
      if (found == null) {
        places.add(i);
      } else {
        all[i] = found.at(i);
      }
    }
    return places;
  }

  private @Nullable Compilation compileRest(
      String hash, List<PlacedRule> rules, List<Batch> before, Lifted[] all, List<Integer> places)
      throws Exception {
    List<PlacedRule> fresh = places.stream().map(rules::get).toList();
    String inPackage = CanonicalDrl.PACKAGE + ".b" + batches.incrementAndGet();
    try (ExecutableModel model =
        ExecutableModel.build(inPackage, CanonicalDrl.print(inPackage, fresh), loader)) {
      Map<String, Lifted> bodies = new HashMap<>();
      for (Lifted rule : model.lift(fresh.size())) {
        PlacedRule placed = fresh.get(rule.rule());
        Lifted kept = mayLift.test(placed) ? rule : notLifted(rule);
        bodies.putIfAbsent(CanonicalDrl.body(placed), kept);
        int place = places.get(rule.rule());
        all[place] = kept.at(place);
      }
      List<Lifted> straight =
          List.of(all).stream().filter(rule -> rule.obstacle().isEmpty()).toList();
      boolean mixed = straight.size() < all.length;
      if (mixed && !before.isEmpty()) {
        return null;
      }
      Batch batch = new Batch(inPackage, model.loader(), bodies);
      List<Batch> visible = new ArrayList<>(before);
      visible.add(batch);
      Matcher matcher = matcher(straight, rules, visible);
      DroolsSession session = mixed ? session(model, straight, inPackage) : null;
      CompiledRules compiled = new CompiledRules(hash, rules, List.of(all), matcher, session);
      Runnable keep = mixed ? () -> {} : () -> known.add(batch);
      return new Compilation(compiled, fresh, new DroolsSession(model.newBase()), keep);
    }
  }

  private static Lifted notLifted(Lifted rule) {
    return new Lifted(
        rule.rule(), rule.predicates(), rule.test(), rule.consequence(), "lifting is switched off");
  }

  private Matcher matcher(List<Lifted> straight, List<PlacedRule> rules, List<Batch> visible)
      throws Exception {
    StraightLine line = new StraightLine(straight, rules);
    Class<?> type =
        GeneratedLoader.compile(
            loader, visible, StraightLine.NAME, straightLine.apply(line.source()));
    return (Matcher) type.getConstructor(Map[].class).newInstance((Object) line.keys());
  }

  private static DroolsSession session(
      ExecutableModel model, List<Lifted> straight, String inPackage) {
    KieBase base = model.newBase();
    for (Lifted rule : straight) {
      base.removeRule(inPackage, CanonicalDrl.name(rule.rule()));
    }
    return new DroolsSession(base);
  }
}
