package io.headgate.bench;

import io.headgate.engine.internal.path.OrderIntake;
import io.headgate.engine.internal.service.Engine;
import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.order.OrderEntryException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Past orders through a candidate set, as {@code rule:replay} judges them: an engine with the
 * shipped rules and limits fills a journal of its own, then the desk replays it with the same files
 * as candidate. With {@code --quick} a journal of 150,000 orders instead of 400,000 and the first
 * question alone; with {@code --json} standard output has nothing but a last line {@code SUMMARY
 * {…}}.
 */
public final class ReplayBenchmark {

  private static final int ORDERS = 400_000;
  private static final int QUICK_ORDERS = 150_000;
  private static final int IN_FLIGHT = 1_000;
  private static final int RUNS = 3;

  /** What an officer may ask for. */
  private enum Question {
    /** A folder with policies and limits, held against the set that serves. */
    SETS,
    /** A folder with policies alone: the orders keep the limits that they had. */
    RULES,
    /** A folder with both, held against the verdicts that the orders got. */
    RECORDED,
    /** As {@link #SETS}, with how near orders came to each limit. */
    TIGHTNESS
  }

  /** How fast, by the clock and by what the thread took of a processor. */
  private record Speed(double perSecond, double perProcessorSecond, long orders, long changed) {}

  private ReplayBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param args folder of the rules, {@code --quick}, {@code --json}
   */
  public static void main(String[] args) throws Exception {
    List<String> asked = new ArrayList<>(List.of(args));
    boolean quick = asked.remove("--quick");
    PrintStream out = System.out;
    if (asked.remove("--json")) {
      System.setOut(System.err);
    }
    Path rules = Path.of(asked.isEmpty() ? "rules" : asked.get(0));
    Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "replay-bench");
    try {
      out.println("SUMMARY " + measured(rules, folder, quick));
    } finally {
      BenchNode.delete(folder);
    }
    System.exit(0);
  }

  private static String measured(Path rules, Path folder, boolean quick) throws Exception {
    int orders = quick ? QUICK_ORDERS : ORDERS;
    List<InstrumentId> instruments =
        IntStream.range(0, 40).mapToObj(i -> new InstrumentId("S" + i, "SIM")).toList();
    List<String> accounts = IntStream.range(0, 8).mapToObj(i -> "ACC" + i).toList();
    BenchNode node = BenchNode.open(rules, folder, instruments, accounts);
    long denied = trade(node.engine(), instruments, accounts, orders);
    node.engine().close();
    System.out.printf(
        Locale.ROOT, "replay: a journal of %,d orders, %,d of them denied%n", orders, denied);
    copy(rules, folder, folder.resolve("with-limits"), true);
    copy(rules, folder, folder.resolve("rules-alone"), false);
    StringJoiner json = new StringJoiner(", ", "{", "}");
    json.add("\"orders\": " + orders);
    try (BenchDesk desk = BenchDesk.over(node, folder)) {
      desk.serve("with-limits");
      List<Question> questions = quick ? List.of(Question.SETS) : List.of(Question.values());
      for (Question question : questions) {
        Speed first = null;
        List<Speed> speeds = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
          Speed speed = speed(desk, question);
          first = first == null ? speed : first;
          speeds.add(speed);
        }
        tell(question, first, median(speeds), json);
      }
    } finally {
      node.journal().close();
    }
    return json.toString();
  }

  private static Speed median(List<Speed> speeds) {
    return speeds.stream()
        .sorted(Comparator.comparingDouble(Speed::perProcessorSecond))
        .toList()
        .get(speeds.size() / 2);
  }

  private static void tell(Question question, Speed first, Speed median, StringJoiner json) {
    String name = question.name().toLowerCase(Locale.ROOT);
    System.out.printf(
        Locale.ROOT,
        "replay: %-9s %,9.0f orders/s by the clock, %,9.0f per processor second (the first run"
            + " %,9.0f, %,9.0f); %,d changed%n",
        name,
        median.perSecond(),
        median.perProcessorSecond(),
        first.perSecond(),
        first.perProcessorSecond(),
        median.changed());
    json.add("\"%sPerSecond\": %.0f".formatted(name, median.perSecond()));
    json.add("\"%sPerProcessorSecond\": %.0f".formatted(name, median.perProcessorSecond()));
    json.add("\"%sFirstPerProcessorSecond\": %.0f".formatted(name, first.perProcessorSecond()));
  }

  private static Speed speed(BenchDesk desk, Question question) throws InterruptedException {
    String with = question == Question.RULES ? "rules-alone" : "with-limits";
    String against = question == Question.RECORDED ? RuleDesk.RECORDED : RuleDesk.SERVING;
    ReplayRequest all = ReplayRequest.all(with, against);
    BenchDesk.Timed timed =
        desk.replay(
            question == Question.TIGHTNESS ? all.withTightness(ReplayRequest.NEAR_PERCENT) : all);
    Replay run = timed.run();
    if (run.state() != Replay.State.DONE) {
      throw new IllegalStateException("the replay ended as " + run.state() + ": " + run.failure());
    }
    long orders = run.counts().orders();
    return new Speed(
        run.ordersPerSecond(),
        orders * 1e9 / timed.processorNanos(),
        orders,
        run.counts().changed());
  }

  /** Buys and sells of all accounts in all instruments; a few ask for too much. */
  private static long trade(
      Engine engine, List<InstrumentId> instruments, List<String> accounts, int orders)
      throws InterruptedException {
    SplittableRandom random = new SplittableRandom(42);
    Semaphore inFlight = new Semaphore(IN_FLIGHT);
    LongAdder denied = new LongAdder();
    int pairs = instruments.size() * accounts.size();
    for (int i = 0; i < orders; i++) {
      if (i % 5_000 == 0) {
        quote(engine, instruments);
      }
      int pair = i % pairs;
      int round = i / pairs;
      boolean buy = round % 2 == 0;
      long lots = random.nextInt(50) == 0 ? 5_000 : 1 + pair % 10;
      long ticks = buy ? 10_000L - round % 997 : 10_000L + round % 997;
      NewOrder order =
          NewOrder.limit(
              Originator.strategy(accounts.get(pair % accounts.size()), "bench-" + round % 7),
              instruments.get(pair / accounts.size()),
              buy ? Side.BUY : Side.SELL,
              lots * Fixed.ONE,
              10_000_000L * ticks,
              TimeInForce.DAY);
      inFlight.acquire();
      if (!engine.submit(order, new Answer(inFlight, denied))) {
        throw new IllegalStateException("the queue of intents is full");
      }
    }
    inFlight.acquire(IN_FLIGHT);
    engine.drain(60_000);
    return denied.sum();
  }

  private static void quote(Engine engine, List<InstrumentId> instruments) {
    long now = System.currentTimeMillis() * 1_000_000L;
    MarketBatch.Builder batch = MarketBatch.builder("bench");
    for (InstrumentId id : instruments) {
      batch.quote(id, now, now, 9_999 * 10_000_000L, Fixed.ONE, 10_001 * 10_000_000L, Fixed.ONE);
    }
    engine.market(batch.build());
  }

  private record Answer(Semaphore inFlight, LongAdder denied) implements OrderIntake.Reply {
    @Override
    public void durable(Decision decision) {
      denied.add(decision.accepted() ? 0 : 1);
      inFlight.release();
    }

    @Override
    public void failed(OrderEntryException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The shipped files as a candidate; the limits are those that the engine had. */
  private static void copy(Path rules, Path folder, Path to, boolean limits) throws IOException {
    Files.createDirectories(to);
    Files.copy(rules.resolve("headgate.dsl"), to.resolve("headgate.dsl"));
    tree(rules.resolve("policies"), to.resolve("policies"));
    if (limits) {
      tree(folder.resolve("limits"), to.resolve("limits"));
    }
  }

  private static void tree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
