package io.headgate.node.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Order;
import io.headgate.model.position.Position;
import io.headgate.node.internal.session.check.Books;
import io.headgate.node.internal.session.report.Terminal;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.order.OrderQuery;
import io.headgate.spi.positions.PositionQuery;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeLimits;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.FakeRuleGate;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A node whose engine does nothing but show the books that a test has written. */
final class FakeNode implements EngineMonitor, OrderQuery, PositionQuery, StrategyControl {

  final Books books = new Books();
  final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  final RecordingEvents events = new RecordingEvents();
  final FixedClock clock = new FixedClock();
  final NodeServices services = new NodeServices();
  final EndSignal end = new EndSignal();
  final Map<String, String> properties = new HashMap<>();
  final List<String> calls = new ArrayList<>();
  final Map<String, StrategyStatus.State> strategies =
      new TreeMap<>(Map.of("momentum", StrategyStatus.State.ACTIVE));
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final FakeRoutes routes = new FakeRoutes(calls);
  MarketSink market = batch -> {};
  boolean drains = true;

  FakeNode() throws Exception {
    for (JournalRecord record : books.journal) {
      journal.append(record);
    }
    services.node = FakeNodeInfo.live();
    services.clock = clock;
    services.reference = new FakeReferenceData();
    services.rules = FakeRuleGate.passing();
    services.limits = FakeLimits.none();
    services.journal = journal;
    services.monitor = this;
    services.orders = this;
    services.positions = this;
    services.strategies = this;
    services.market = batch -> market.accept(batch);
    services.events = events;
    services.routes = routes;
    services.brokers = List.of(new BookVenue(this));
  }

  SessionContext session() {
    return new SessionContext(
        services,
        new SessionSettings(List.of("market-simulator"), 1, 5, 1, "USD"),
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, 80),
        end,
        properties::get);
  }

  String output() {
    return out.toString(UTF_8);
  }

  String errors() {
    return err.toString(UTF_8);
  }

  VenueSnapshot snapshot() {
    return books.snapshot();
  }

  @Override
  public EngineCounters counters() {
    return books.counters();
  }

  @Override
  public LatencySummary decisionLatency() {
    return new LatencySummary(3, 1_500, 20_040, 90_000, 90_000);
  }

  @Override
  public String stateHash() {
    return "abc123";
  }

  @Override
  public boolean drain(long timeoutMillis) {
    calls.add("drain");
    return drains;
  }

  @Override
  public @Nullable Order order(ClOrdId id) {
    return null;
  }

  @Override
  public List<Order> openOrders() {
    return books.openOrders;
  }

  @Override
  public List<Order> latestOrders(int limit) {
    return List.of();
  }

  @Override
  public List<Decision> latestDecisions(int limit) {
    return List.of();
  }

  @Override
  public @Nullable Decision decision(ClOrdId id) {
    return null;
  }

  @Override
  public List<Position> positions() {
    return List.of(Books.position(books.position));
  }

  @Override
  public void start(String name) {
    calls.add("start " + name);
    strategies.put(name, StrategyStatus.State.ACTIVE);
  }

  @Override
  public void stop(String name) {
    calls.add("stop " + name);
    strategies.put(name, StrategyStatus.State.STOPPED);
  }

  @Override
  public List<StrategyStatus> list() {
    return strategies.entrySet().stream()
        .map(s -> new StrategyStatus(s.getKey(), "ACC1", s.getValue(), "why", 1, 0, 0, 0, 0))
        .toList();
  }
}
