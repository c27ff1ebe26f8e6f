package io.headgate.bench;

import io.headgate.engine.internal.path.PathSettings;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.engine.internal.service.Engine;
import io.headgate.engine.internal.service.EngineSettings;
import io.headgate.engine.internal.service.Platform;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.routes.camel.internal.CamelRoutes;
import io.headgate.routes.camel.internal.service.Services;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.MarketSink;
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
import io.headgate.testkit.market.SeededMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Market data in batches of 256 ticks, on the adapter's thread: straight into a sink, through the
 * Camel route of the distribution's shape into the same sink, and through the route into an engine
 * with one strategy that reads every tick. One operation is one tick.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RouteBenchmark {

  private static final int TICKS = 256;
  private static final int BATCHES = 64;
  private static final String ROUTE =
      """
      - route:
          id: market
          errorHandler:
            noErrorHandler: {}
          from:
            uri: headgate:feed?adapter=bench
            steps:
              - to: headgate:market
      """;

  /** Where the batches end. */
  @Param({"direct", "route", "routeToEngine"})
  public String path = "direct";

  private final Feed feed = new Feed();
  private final CountingStrategy strategy = new CountingStrategy();
  private List<MarketBatch> batches = List.of();
  private MarketSink entry = new SummingSink();
  private @Nullable CamelRoutes routes;
  private @Nullable Engine engine;
  private @Nullable BenchFolder folder;
  private int next;

  /** Starts what the path needs. */
  @Setup
  public void start() throws Exception {
    SeededMarket market =
        new SeededMarket(
            1,
            List.of(FakeReferenceData.ACME, FakeReferenceData.BOLT, FakeReferenceData.CORP),
            System.currentTimeMillis() * 1_000_000L,
            1_000);
    batches = IntStream.range(0, BATCHES).mapToObj(i -> market.next(TICKS)).toList();
    if (path.equals("direct")) {
      return;
    }
    Services services = new Services();
    services.marketSink().set(path.equals("route") ? entry : engine()::market);
    services.adapter("bench").set(feed);
    routes = routes(services);
    routes.start("market");
    entry = Objects.requireNonNull(feed.sink);
  }

  private CamelRoutes routes(Services services) throws IOException {
    BenchFolder opened = new BenchFolder("route-bench");
    folder = opened;
    Path made = opened.path();
    Files.writeString(made.resolve("market.yaml"), ROUTE);
    return new CamelRoutes(
        Configured.with(CamelRoutes.Config.class, Map.of("directory", made.toString())),
        Map.of(),
        services,
        FakeNodeInfo.live());
  }

  private Engine engine() {
    FakeRuleGate rules = FakeRuleGate.passing();
    Engine made =
        new Engine(
            new Platform(
                FakeNodeInfo.live(),
                new MachineTime(),
                new FakeReferenceData(),
                InMemoryJournal.durableAtOnce(),
                new RecordingAlarms(),
                event -> {},
                share -> {}),
            new RiskServices(rules::current, FakeLimits.none(), new UnlimitedRights(), key -> 0),
            new EngineSettings(PathSettings.DEFAULT, 8_192, 256, 8_192, 60_000, 1_000));
    made.start();
    made.withStrategies(
        host -> {
          host.add(strategy);
          return true;
        });
    engine = made;
    return made;
  }

  /** Ends it, and makes sure that the ticks arrived. */
  @TearDown
  public void stop() throws IOException {
    if (routes != null) {
      routes.stop("market");
    }
    if (engine != null) {
      engine.close();
      if (strategy.seen == 0) {
        throw new IllegalStateException("no tick reached the strategy");
      }
    }
    if (folder != null) {
      folder.close();
    }
  }

  /** One batch. */
  @Benchmark
  @OperationsPerInvocation(TICKS)
  public void ticks() {
    entry.accept(batches.get(next));
    next = (next + 1) % BATCHES;
  }

  /** Reads one value of every row, as the least that a sink must do. */
  private static final class SummingSink implements MarketSink {
    private final AtomicLong sum = new AtomicLong();

    @Override
    public void accept(MarketBatch batch) {
      long added = 0;
      for (int row = 0; row < batch.size(); row++) {
        added += batch.value(row, 0);
      }
      sum.lazySet(added);
    }
  }

  private static final class Feed implements DataAdapter {
    private volatile @Nullable MarketSink sink;

    @Override
    public String name() {
      return "bench";
    }

    @Override
    public void start(MarketSink fresh) {
      sink = fresh;
    }

    @Override
    public void stop() {
      sink = null;
    }

    @Override
    public FeedProgress progress() {
      return new FeedProgress(0, 0, 0, Map.of(), false, "");
    }
  }

  private static final class CountingStrategy implements Strategy {
    private long seen;

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
      return Set.of(
          FakeReferenceData.ACME.id(), FakeReferenceData.BOLT.id(), FakeReferenceData.CORP.id());
    }

    @Override
    public void start(StrategyContext context) {}

    @Override
    public void onQuote(Quote quote) {
      seen++;
    }

    @Override
    public void onTrade(Trade trade) {
      seen++;
    }
  }

  private record MachineTime() implements Clock {
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
