package io.headgate.bench;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.rules.drools.internal.load.RuleStore;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** A changed folder of rules, from its save to the set that serves, while orders are judged. */
final class SwapMeasurement {

  private static final int WARM_ORDERS = 200_000;
  private static final int ORDERS_BEFORE = 20_000;
  private static final int COMPARED_ORDERS = 3_000;
  private static final int WARM_UP = 20_000;

  /** Between two orders. Not awake meanwhile: the cores are to be free for who compiles. */
  private static final long PAUSE_NANOS = 100_000;

  /**
   * What it took.
   *
   * @param rules how many rules
   * @param firstSeconds from the save to the first set that serves
   * @param seconds from the next save, in which every rule is compiled anew, to the set that
   *     serves, while orders are judged
   * @param cpuSeconds what the process used of the processors meanwhile
   * @param oneChangedSeconds from a save in which one rule has changed to the set that serves
   * @param p99BeforeMicros of orders while nothing compiles
   * @param p99DuringMicros of orders from the save to 20,000 orders after the swap
   */
  record Result(
      int rules,
      double firstSeconds,
      double seconds,
      double cpuSeconds,
      double oneChangedSeconds,
      double p99BeforeMicros,
      double p99DuringMicros) {

    double p99OverBefore() {
      return p99DuringMicros / p99BeforeMicros;
    }
  }

  private final RuleStore store;
  private final SampleOrders orders = new SampleOrders();

  private SwapMeasurement(Path root) {
    Loader loader = new Loader(new RuleCompiler(true)::compile, COMPARED_ORDERS, WARM_UP);
    Notices notices = new Notices(new FixedClock(), new RecordingAlarms(), new RecordingEvents());
    this.store = new RuleStore(root, loader, notices);
  }

  static Result of(int rules) throws IOException, InterruptedException {
    try (BenchFolder made = new BenchFolder("rules-bench")) {
      Path root = made.path();
      write(root, DecisionRules.many(rules));
      return new SwapMeasurement(root).measure(root, rules);
    }
  }

  private static void write(Path root, String rules) throws IOException {
    Path policy = Files.createDirectories(root.resolve("policies/bench"));
    Files.writeString(policy.resolve("policy.md"), "Owner: bench\nPurpose: bench\nArticle: -\n");
    Files.writeString(
        policy.resolve("examples.csv"), "example,verdict,quantity,lotSize\nsmall,pass,10,1\n");
    Files.writeString(policy.resolve("bench.drl"), rules);
  }

  private Result measure(Path root, int rules) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    store.apply();
    double firstSeconds = (System.nanoTime() - begun) / 1e9;
    CompiledRules first = serving();
    for (int i = 0; i < WARM_ORDERS; i++) {
      first.evaluate(orders.next());
    }
    Histogram before = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
    for (int i = 0; i < ORDERS_BEFORE; i++) {
      judge(before);
    }
    // So little of the first set is left that nothing of it is taken as it is.
    String changed = DecisionRules.many(rules).replace("OTHER", "CHANGED");
    write(root, changed);
    long cpu = ProcessorTime.nanos();
    long saved = System.nanoTime();
    long[] served = new long[1];
    Thread compiling =
        new Thread(
            () -> {
              store.apply();
              served[0] = System.nanoTime();
            },
            "compiling");
    compiling.setDaemon(true);
    compiling.start();
    Histogram during = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
    while (serving() == first && compiling.isAlive()) {
      judge(during);
    }
    double cpuSeconds = (ProcessorTime.nanos() - cpu) / 1e9;
    for (int i = 0; i < WARM_UP; i++) {
      judge(during);
    }
    compiling.join();
    if (serving() == first) {
      throw new IllegalStateException("the changed rules do not serve: " + store.status().faults());
    }
    double seconds = (served[0] - saved) / 1e9;
    double oneSeconds = oneChanged(root, changed);
    return new Result(
        rules, firstSeconds, seconds, cpuSeconds, oneSeconds, micros(before), micros(during));
  }

  private double oneChanged(Path root, String rules) throws IOException {
    CompiledRules before = serving();
    write(root, rules.replaceFirst("openOrders > 90", "openOrders > 91"));
    long saved = System.nanoTime();
    store.apply();
    double seconds = (System.nanoTime() - saved) / 1e9;
    if (serving() == before) {
      throw new IllegalStateException(
          "the changed rule does not serve: " + store.status().faults());
    }
    return seconds;
  }

  private CompiledRules serving() {
    CompiledRules rules = store.current();
    if (rules == null) {
      throw new IllegalStateException("no rules serve: " + store.status().faults());
    }
    return rules;
  }

  private void judge(Histogram took) {
    long started = System.nanoTime();
    serving().evaluate(orders.next());
    took.recordValue(System.nanoTime() - started);
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private static double micros(Histogram took) {
    return took.getValueAtPercentile(99) / 1e3;
  }
}
