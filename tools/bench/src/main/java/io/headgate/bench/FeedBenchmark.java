package io.headgate.bench;

import io.headgate.data.replay.internal.CsvReplay;
import io.headgate.engine.internal.path.PathSettings;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.engine.internal.service.Engine;
import io.headgate.engine.internal.service.EngineSettings;
import io.headgate.engine.internal.service.Platform;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.routes.camel.internal.CamelRoutes;
import io.headgate.routes.camel.internal.service.Services;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.time.Clock;
import io.headgate.testkit.fake.FakeLimits;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.FakeRuleGate;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.UnlimitedRights;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Market data all the way: the replay adapter reads a CSV file of quotes, a Camel route of the
 * distribution's shape carries its batches, the engine takes them in and a strategy reads every
 * quote.
 */
public final class FeedBenchmark {

  private static final InstrumentId ID = FakeReferenceData.ACME.id();
  private static final int RUNS = 4;
  private static final String ROUTE =
      """
      - route:
          id: market
          errorHandler:
            noErrorHandler: {}
          from:
            uri: headgate:feed?adapter=replay
            steps:
              - to: headgate:market
      """;

  private FeedBenchmark() {}

  /**
   * @param args rows of the file
   */
  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
    try (BenchFolder made = new BenchFolder("feed-bench")) {
      Path folder = made.path();
      Path file = write(folder, rows);
      for (int run = 0; run < RUNS; run++) {
        run(folder, file, rows, run == 0 ? "warm-up" : "run " + run);
      }
    }
    System.exit(0);
  }

  private static Path write(Path folder, int rows) throws IOException {
    Path file = folder.resolve("quotes.csv");
    Random random = new Random(1);
    long cents = 10_000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < rows; i++) {
        cents = Math.max(5_000, Math.min(20_000, cents + random.nextInt(-1, 2)));
        out.write(
            "%d,%d.%02d,%d.%02d,%d,%d\n"
                .formatted(
                    1_700_000_000_000L + i,
                    cents / 100,
                    cents % 100,
                    (cents + 2) / 100,
                    (cents + 2) % 100,
                    100 + i % 900,
                    100 + i % 700));
      }
    }
    return file;
  }

  private static void run(Path folder, Path file, int rows, String name) throws Exception {
    Counting strategy = new Counting();
    Engine engine = engine(strategy);
    Services services = new Services();
    services.marketSink().set(engine::market);
    services.adapter("replay").set(replay(file));
    Path directory = Files.createDirectories(folder.resolve("routes"));
    Files.writeString(directory.resolve("market.yaml"), ROUTE);
    CamelRoutes routes =
        new CamelRoutes(
            Configured.with(CamelRoutes.Config.class, Map.of("directory", directory.toString())),
            Map.of(),
            services,
            FakeNodeInfo.live());
    long cpuBefore = processCpu();
    long begin = System.nanoTime();
    routes.start("market");
    double threads = 0;
    while (strategy.seen < rows) {
      Thread.sleep(5);
      threads = Math.max(threads, cpuOf("headgate-loop") + cpuOf("headgate-data-replay"));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpu = (processCpu() - cpuBefore) / 1e9;
    System.out.printf(
        "feed: %s: %,.0f ticks/s elapsed; %,.0f per CPU second of adapter and loop, %,.0f of the"
            + " whole process%n",
        name, rows / seconds, rows / threads, rows / cpu);
    routes.stop("market");
    engine.close();
  }

  private static DataAdapter replay(Path file) throws ReflectiveOperationException {
    Constructor<?> constructor = CsvReplay.class.getConstructors()[0];
    Class<?> config = constructor.getParameterTypes()[3];
    Object settings =
        Configured.with(
            config,
            Map.of(
                "files",
                new String[] {file.toString()},
                "instrument",
                ID.toString(),
                "columns",
                "epochMillis,bid,ask,bidSize,askSize",
                "header",
                "no"));
    Clock clock = new Machine();
    NodeInfo node = FakeNodeInfo.live();
    ReferenceData reference = new FakeReferenceData();
    return (DataAdapter) constructor.newInstance(clock, node, reference, settings);
  }

  private static Engine engine(Strategy strategy) {
    FakeRuleGate rules = FakeRuleGate.passing();
    Engine engine =
        new Engine(
            new Platform(
                FakeNodeInfo.live(),
                new Machine(),
                new FakeReferenceData(),
                InMemoryJournal.durableAtOnce(),
                new RecordingAlarms(),
                event -> {},
                share -> {}),
            new RiskServices(rules::current, FakeLimits.none(), new UnlimitedRights(), key -> 0),
            new EngineSettings(PathSettings.DEFAULT, 8_192, 256, 8_192, 60_000, 1_000));
    engine.start();
    engine.withStrategies(
        host -> {
          host.add(strategy);
          return true;
        });
    return engine;
  }

  private static long processCpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  /** CPU seconds of the threads of a name that live now. */
  private static double cpuOf(String prefix) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(prefix)) {
        nanos += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return nanos / 1e9;
  }

  /** Two averages over every quote, as the simplest strategy keeps them. */
  private static final class Counting implements Strategy {
    private double fast;
    private double slow;
    private long count;
    private volatile long seen;

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public String account() {
      return "ACC1";
    }

    @Override
    public Set<InstrumentId> subscriptions() {
      return Set.of(ID);
    }

    @Override
    public void start(StrategyContext context) {}

    @Override
    public void onQuote(Quote quote) {
      double mid = (quote.bidPrice() + quote.askPrice()) / 2.0;
      fast += (mid - fast) / 20;
      slow += (mid - slow) / 100;
      count++;
      seen = count;
    }
  }

  private record Machine() implements Clock {
    @Override
    public long epochNanos() {
      return System.currentTimeMillis() * 1_000_000L;
    }

    @Override
    public long monotonicNanos() {
      return System.nanoTime();
    }
  }
}
