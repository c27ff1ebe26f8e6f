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
 * as candidate but for one limit or one rule. With {@code --quick} a journal of 500,000 orders
 * instead of 2,000,000 and the first two questions alone; with {@code --json} standard output has
 * nothing but a last line {@code SUMMARY {…}}.
 */
public final class ReplayBenchmark {

  private static final int ORDERS = 2_000_000;
  private static final int QUICK_ORDERS = 500_000;
  private static final int IN_FLIGHT = 1_000;
  private static final int RUNS = 3;
  private static final String SERVING = "serving-set";

  /** What an officer may ask for. */
  private enum Question {
    /** A folder with a limit more than the set that serves. */
    LIMIT("one-limit-more", RuleDesk.SERVING),
    /** A folder with limits and a rule more than the set that serves. */
    RULE("one-rule-more", RuleDesk.SERVING),
    /** A folder with a rule more and without limits: the orders keep those that they had. */
    POLICIES("policies-alone", RuleDesk.SERVING),
    /** A folder with limits, held against the verdicts that the orders got. */
    RECORDED("one-limit-more", RuleDesk.RECORDED),
    /** As {@link #LIMIT}, with how near orders came to each limit. */
    TIGHTNESS("one-limit-more", RuleDesk.SERVING);

    private final String with;
    private final String against;

    Question(String with, String against) {
      this.with = with;
      this.against = against;
    }

    ReplayRequest request() {
      ReplayRequest all = ReplayRequest.all(with, against);
      return this == TIGHTNESS ? all.withTightness(ReplayRequest.NEAR_PERCENT) : all;
    }
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
    try (BenchFolder folder = new BenchFolder("replay-bench")) {
      out.println("SUMMARY " + measured(rules, folder.path(), quick));
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
    copy(rules, folder, folder.resolve(SERVING), true);
    oneLimitMore(copy(rules, folder, folder.resolve(Question.LIMIT.with), true));
    oneRuleMore(copy(rules, folder, folder.resolve(Question.RULE.with), true));
    oneRuleMore(copy(rules, folder, folder.resolve(Question.POLICIES.with), false));
    StringJoiner json = new StringJoiner(", ", "{", "}");
    json.add("\"orders\": " + orders);
    try (BenchDesk desk = BenchDesk.over(node, folder)) {
      desk.serve(SERVING);
      List<Question> all = List.of(Question.values());
      List<Question> questions = quick ? all.subList(0, 2) : all;
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
    BenchDesk.Timed timed = desk.replay(question.request());
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
  private static Path copy(Path rules, Path folder, Path to, boolean limits) throws IOException {
    Files.createDirectories(to);
    Files.copy(rules.resolve("headgate.dsl"), to.resolve("headgate.dsl"));
    tree(rules.resolve("policies"), to.resolve("policies"));
    if (limits) {
      tree(folder.resolve("limits"), to.resolve("limits"));
    }
    return to;
  }

  private static void oneLimitMore(Path candidate) throws IOException {
    Files.writeString(
        candidate.resolve("limits/account.csv"),
        """
        who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis
        account=ACC3,*,max-order-qty,4,qty,block,,,bench@example.com,a candidate
        """);
  }

  private static void oneRuleMore(Path candidate) throws IOException {
    Path policy = Files.createDirectories(candidate.resolve("policies/candidate"));
    Files.writeString(
        policy.resolve("policy.md"), "Owner: bench\nPurpose: a candidate\nArticle: none\n");
    Files.writeString(
        policy.resolve("candidate.drl"),
        """
        rule "candidate"
        when
          $o : OrderContext(account == "ACC3", quantity > 4)
        then
          $o.block("QTY_CANDIDATE", $o.getQuantity(), 4, Unit.QTY);
        end
        """);
    Files.writeString(
        policy.resolve("examples.csv"),
        """
        example,verdict,reasons,account,quantity
        too large,block,QTY_CANDIDATE,ACC3,5
        small,pass,,ACC3,4
        """);
  }

  private static void tree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
