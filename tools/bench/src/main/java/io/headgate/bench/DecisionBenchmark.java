package io.headgate.bench;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one decision over 24 checks costs, about one order in twenty violating: by hand, by the
 * lifted rules, by a resident and by a stateless Drools session, both as they come out of the box.
 * {@link #main} also prints ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {

  private static final int ORDERS = 512;

  private final ContextEditor[] orders = new ContextEditor[ORDERS];
  private int next;
  private @Nullable CompiledRules lifted;
  private @Nullable KieSession resident;
  private @Nullable StatelessKieSession stateless;

  /** Makes the judges and the orders, and checks that all judges say the same. */
  @Setup
  public void setUp() throws Exception {
    CompiledRules rules = DecisionRules.lifted();
    KieBase base = DecisionRules.stock();
    lifted = rules;
    resident = base.newKieSession();
    stateless = base.newStatelessKieSession();
    SplittableRandom random = new SplittableRandom(42);
    int violating = 0;
    for (int i = 0; i < ORDERS; i++) {
      orders[i] = order(random);
      int byHand = verdicts(orders[i], DecisionRules::byHand);
      check(byHand, verdicts(orders[i], rules::evaluate));
      check(byHand, verdicts(orders[i], this::judgeResident));
      check(byHand, verdicts(orders[i], this::judgeStateless));
      violating += byHand > 0 ? 1 : 0;
    }
    if (violating < ORDERS / 50 || violating > ORDERS / 5) {
      throw new IllegalStateException("unlikely orders: " + violating + " of " + ORDERS);
    }
  }

  private static ContextEditor order(SplittableRandom random) {
    long quantity = random.nextLong(1, 100) * Fixed.ONE;
    boolean violating = random.nextInt(20) == 0;
    boolean buy = random.nextBoolean();
    ContextEditor editor = new ContextEditor();
    editor
        .set(ContextText.ACCOUNT, random.nextInt(4) == 0 ? "DESK" : "ACC" + random.nextInt(50))
        .set(ContextText.SIDE, buy ? "BUY" : "SELL")
        .set(ContextNumber.QUANTITY, violating ? 2_000 * Fixed.ONE : quantity)
        .set(ContextNumber.LOT_SIZE, Fixed.ONE)
        .set(ContextNumber.NOTIONAL, random.nextLong(100_000) * Fixed.AMOUNT_ONE)
        .set(ContextNumber.PRICE_DEVIATION_BPS, random.nextLong(-10, 10) * Fixed.ONE)
        .set(ContextNumber.WORST_LONG_POSITION, buy ? quantity : 0)
        .set(ContextNumber.WORST_SHORT_POSITION, buy ? 0 : quantity)
        .set(ContextNumber.DUPLICATE_AGE_MILLIS, Long.MAX_VALUE)
        .set(ContextNumber.MARKET_AGE_MILLIS, random.nextLong(500))
        .set(ContextNumber.ORDERS_LAST_SECOND, random.nextLong(50))
        .set(ContextNumber.OPEN_ORDERS, random.nextLong(50))
        .set(ContextNumber.ASK_SIZE, random.nextLong(500) * Fixed.ONE)
        .limits(
            ResolvedLimits.builder(Long.MAX_VALUE)
                .block(LimitKind.MAX_ORDER_QTY, 1_000 * Fixed.ONE, "limits/bench.csv:2")
                .warn(LimitKind.MAX_ORDER_QTY, 800 * Fixed.ONE)
                .block(LimitKind.MAX_ORDER_NOTIONAL, 1_000_000 * Fixed.AMOUNT_ONE, "")
                .block(LimitKind.PRICE_COLLAR, 50 * Fixed.ONE, "")
                .block(LimitKind.MAX_LONG_POSITION, 5_000 * Fixed.ONE, "")
                .block(LimitKind.MAX_SHORT_POSITION, 5_000 * Fixed.ONE, "")
                .block(LimitKind.DUPLICATE_WINDOW, 1_000, "")
                .build());
    return editor;
  }

  private static int verdicts(ContextEditor order, Consumer<OrderContext> judge) {
    OrderContext context = order.begin().context();
    judge.accept(context);
    return context.verdictCount();
  }

  private static void check(int expected, int found) {
    if (expected != found) {
      throw new IllegalStateException("judges differ: " + expected + " and " + found);
    }
  }

  private OrderContext nextOrder() {
    next = (next + 1) % ORDERS;
    return orders[next].begin().context();
  }

  private void judgeResident(OrderContext order) {
    if (resident != null) {
      FactHandle fact = resident.insert(order);
      resident.fireAllRules();
      resident.delete(fact);
    }
  }

  private void judgeStateless(OrderContext order) {
    if (stateless != null) {
      stateless.execute(order);
    }
  }

  /** Java by hand. */
  @Benchmark
  public boolean handWritten() {
    OrderContext order = nextOrder();
    DecisionRules.byHand(order);
    return order.isBlocked();
  }

  /** What serves in Headgate. */
  @Benchmark
  public boolean lifted() {
    OrderContext order = nextOrder();
    if (lifted != null) {
      lifted.evaluate(order);
    }
    return order.isBlocked();
  }

  /** A Drools session that stays, with the order inserted and deleted. */
  @Benchmark
  public boolean residentSession() {
    OrderContext order = nextOrder();
    judgeResident(order);
    return order.isBlocked();
  }

  /** A Drools session for every order. */
  @Benchmark
  public boolean statelessSession() {
    OrderContext order = nextOrder();
    judgeStateless(order);
    return order.isBlocked();
  }

  /**
   * Runs all of them and prints each as a multiple of the hand-written one.
   *
   * @param args options of JMH
   */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .include(DecisionBenchmark.class.getSimpleName())
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    double byHand = Double.NaN;
    for (RunResult result : results) {
      if (result.getPrimaryResult().getLabel().equals("handWritten")) {
        byHand = result.getPrimaryResult().getScore();
      }
    }
    for (RunResult result : results) {
      double score = result.getPrimaryResult().getScore();
      System.out.printf(
          "%-16s %9.1f ns  %6.2f x hand-written  %8.1f B/order%n",
          result.getPrimaryResult().getLabel(),
          score,
          score / byHand,
          result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
  }
}
