package io.headgate.rules.drools.internal.gear;

import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules that can judge. First all rules are asked whether they apply, then those that do
 * speak, in the order of the set; so an order to which nobody objects costs no more than the
 * questions, and allocates nothing.
 */
public final class CompiledRules implements RuleSet, AutoCloseable {

  private final String hash;
  private final List<PlacedRule> rules;
  private final List<Lifted> lifted;
  private final Matcher straight;
  private final @Nullable DroolsSession session;
  private final int[] hits;
  private final AtomicLongArray nearMisses;

  /** Told of a failure, by the thread that the set serves. */
  private volatile Failures failures = (rules, failure, context) -> {};

  private volatile boolean givingWay;

  /** Whether an order was judged since the set began to serve; written by the serving thread. */
  private boolean proven;

  /** Is told when a serving set fails on an order, by the thread that decides. */
  @FunctionalInterface
  public interface Failures {
    /**
     * Returns fast and never throws.
     *
     * @param rules the set
     * @param failure which rule, where it stands, and why
     * @param context the order; only good until this returns
     */
    void failed(CompiledRules rules, RuleFailedException failure, OrderContext context);
  }

  CompiledRules(
      String hash,
      List<PlacedRule> rules,
      List<Lifted> lifted,
      Matcher straight,
      @Nullable DroolsSession session) {
    this.hash = hash;
    this.rules = List.copyOf(rules);
    this.lifted = lifted;
    this.straight = straight;
    this.session = session;
    this.hits = new int[rules.size()];
    this.nearMisses = new AtomicLongArray(rules.size());
  }

  @Override
  public String hash() {
    return hash;
  }

  /** The rules, in the order in which they are evaluated. */
  public List<PlacedRule> rules() {
    return rules;
  }

  @Override
  public void evaluate(OrderContext context) {
    int count;
    try {
      count = straight.match(context, hits, 0);
      if (session != null) {
        count = session.match(context, hits, count);
      }
    } catch (Exception e) {
      throw told(failure(context, e), context);
    }
    if (count > 0) {
      speak(context, count);
    }
    proven = true;
  }

  private RuleFailedException told(RuleFailedException failure, OrderContext context) {
    failures.failed(this, failure, context);
    return failure;
  }

  @Override
  public boolean isGivingWay() {
    return givingWay;
  }

  /** Its limits begin to be replaced, or are its own again. */
  public void giveWay(boolean begins) {
    givingWay = begins;
  }

  /** From now on the set serves: no order was judged yet, and failures are told. */
  public void serve(Failures told) {
    proven = false;
    givingWay = false;
    failures = told;
  }

  /** Whether an order was judged since the set began to serve. For the thread that it serves. */
  public boolean isProven() {
    return proven;
  }

  /** Whether no condition of this set fails on an order, by the meaning of its text. */
  public boolean couldJudge(OrderContext context) {
    for (PlacedRule rule : rules) {
      try {
        Interpreter.holds(rule.tree().when(), context);
      } catch (ArithmeticException e) {
        return false;
      }
    }
    return true;
  }

  private void speak(OrderContext context, int count) {
    Arrays.sort(hits, 0, count);
    for (int i = 0; i < count; i++) {
      try {
        speak(hits[i], context);
      } catch (RuleFailedException e) {
        throw told(e, context);
      }
    }
  }

  /**
   * Lets one rule speak as if it applied.
   *
   * @throws RuleFailedException if it cannot
   */
  public void speak(int rule, OrderContext context) {
    PlacedRule placed = rules.get(rule);
    context.beginRule(placed.name());
    try {
      lifted.get(rule).consequence().speak(context);
    } catch (Exception e) {
      throw failure(placed, e);
    }
  }

  /** Finds out which rule it was; a failure is rare, so this may be slow. */
  private RuleFailedException failure(OrderContext context, Exception cause) {
    for (PlacedRule rule : rules) {
      try {
        Interpreter.holds(rule.tree().when(), context);
      } catch (ArithmeticException e) {
        return failure(rule, e);
      }
    }
    return new RuleFailedException("rule set " + hash + ": " + cause, cause);
  }

  private static RuleFailedException failure(PlacedRule rule, Exception cause) {
    return new RuleFailedException(
        "rule '%s' (%s): %s".formatted(rule.name(), rule.source(), cause.getMessage()), cause);
  }

  /** Notes that an order came close to a rule; safe from every thread. */
  public void countNearMiss(int rule) {
    nearMisses.incrementAndGet(rule);
  }

  /** Asks the rules one by one, beside the thread that the set serves. */
  public Probe probe() {
    return new Probe(straight, lifted, session == null ? null : session.another());
  }

  /** Asks without letting anything speak. For one thread. */
  public static final class Probe implements AutoCloseable {

    private final Matcher straight;
    private final List<Lifted> lifted;
    private final @Nullable DroolsSession session;

    private Probe(Matcher straight, List<Lifted> lifted, @Nullable DroolsSession session) {
      this.straight = straight;
      this.lifted = lifted;
      this.session = session;
    }

    /** All rules. */
    public Matcher whole() {
      return (context, hits, count) -> {
        int found = straight.match(context, hits, count);
        return session == null ? found : session.match(context, hits, found);
      };
    }

    /** One rule; one that is not lifted is asked with all the others of its session. */
    public Matcher rule(int rule) {
      Lifted one = lifted.get(rule);
      if (!one.obstacle().isEmpty() && session != null) {
        return session::match;
      }
      return (context, hits, count) -> {
        if (one.test().test(context)) {
          hits[count] = rule;
          return count + 1;
        }
        return count;
      };
    }

    @Override
    public void close() {
      if (session != null) {
        session.close();
      }
    }
  }

  /** What officers see of every rule. */
  public List<RuleInfo> describe() {
    return lifted.stream()
        .map(
            rule -> {
              PlacedRule placed = rules.get(rule.rule());
              String gear = rule.obstacle().isEmpty() ? "STRAIGHT" : "SESSION";
              return new RuleInfo(
                  placed.name(),
                  placed.policy(),
                  placed.source(),
                  gear,
                  rule.obstacle(),
                  nearMisses.get(rule.rule()));
            })
        .toList();
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
