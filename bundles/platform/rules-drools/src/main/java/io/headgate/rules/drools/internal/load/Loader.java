package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.check.Comparison;
import io.headgate.rules.drools.internal.check.Examples;
import io.headgate.rules.drools.internal.check.Exercise;
import io.headgate.rules.drools.internal.gear.Compilation;
import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a set that may serve out of files: read, check, compile, exercise, examples, comparison,
 * warm-up. Any step can refuse it.
 */
public final class Loader {

  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

  private final CompileStep compiler;
  private final int comparedOrders;
  private final int warmUpEvaluations;

  /**
   * @param compiler compiles checked rules
   * @param comparedOrders generated orders by which a candidate is compared with a Drools session
   * @param warmUpEvaluations evaluations before a candidate serves
   */
  public Loader(CompileStep compiler, int comparedOrders, int warmUpEvaluations) {
    this.compiler = compiler;
    this.comparedOrders = comparedOrders;
    this.warmUpEvaluations = warmUpEvaluations;
  }

  /** Compiles rules that were found safe. */
  @FunctionalInterface
  public interface CompileStep {
    /**
     * As {@link RuleCompiler#compile}.
     *
     * @throws CompileException if Drools does not do what is expected of it
     */
    Compilation compile(String hash, List<PlacedRule> rules) throws CompileException;
  }

  /**
   * Makes the set; takes seconds.
   *
   * @throws LoadException with everything that is wrong, if it must not serve
   */
  CompiledRules load(FolderImage image) throws LoadException {
    Candidate candidate = PolicyReader.read(image);
    try (Compilation compilation = compiler.compile(candidate.hash(), candidate.rules())) {
      CompiledRules rules = compilation.rules();
      long seed = Long.parseUnsignedLong(candidate.hash().substring(0, 16), 16);
      Exercise exercise = new Exercise(seed, rules);
      refuseIfAny(exercise.faults());
      refuseIfAny(runExamples(candidate, rules));
      String difference = Comparison.difference(seed, compilation, comparedOrders);
      if (difference != null) {
        throw new LoadException(RulesFolder.POLICIES, 0, difference);
      }
      compilation.proven();
      for (PlacedRule silent : exercise.silent()) {
        LOG.warn(
            "no order was found to which rule '{}' applies: {}", silent.name(), silent.source());
      }
      exercise.warmUp(warmUpEvaluations);
      return rules;
    } catch (CompileException e) {
      throw new LoadException(RulesFolder.POLICIES, 0, String.valueOf(e.getMessage()));
    }
  }

  private static List<Fault> runExamples(Candidate candidate, CompiledRules rules) {
    List<Fault> faults = new ArrayList<>();
    for (Examples examples : candidate.examples()) {
      faults.addAll(examples.run(rules));
    }
    return faults;
  }

  private static void refuseIfAny(List<Fault> faults) throws LoadException {
    if (!faults.isEmpty()) {
      throw new LoadException(faults);
    }
  }
}
