package io.headgate.rest.internal.server;

import io.headgate.model.decision.Severity;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.rest.internal.part.Platform;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.log.LogArea;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.LimitBook;
import io.headgate.spi.noun.LimitLine;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.plugin.HealthReport;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.route.RouteStatus;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleNode;
import io.headgate.spi.rules.RuleStatus;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.time.FixedClock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A platform whose every part answers something that a test can recognise. */
final class FakePlatform {

  static final PositionKey KEY = new PositionKey("ALPHA", InstrumentId.parse("EURUSD.FXCM"));

  final Platform platform = new Platform();
  final FakeEngine engine = new FakeEngine();
  final RecordingAlarms alarms = new RecordingAlarms();
  final Rules rules = new Rules();
  final FileLimits limits = new FileLimits();
  final FakeRisk risk = new FakeRisk();
  final Control control = new Control();
  final Shared shared = new Shared();
  final Logs logs = new Logs();
  final HealthBoard board = () -> this.health;
  volatile HealthReport health =
      new HealthReport(Health.State.UP, true, FakeEngine.NOON, List.of());

  FakePlatform() {
    platform.bindOrderEntry(engine);
    platform.bindOrderQuery(engine);
    platform.bindPositionQuery(FakePlatform::positions);
    platform.bindSharedPositions(shared);
    platform.bindRuleAdmin(rules);
    platform.bindRuleInsight(risk);
    platform.bindOrderOverrides(risk);
    platform.bindLimits(limits);
    platform.bindRouteControl(new Routes());
    platform.bindStrategyControl(new Strategies());
    platform.bindAlarms(alarms);
    platform.bindTradingControl(control);
    platform.bindEngineMonitor(new Monitor());
    platform.bindJournal(InMemoryJournal.durableAtOnce());
    platform.bindNodeInfo(FakeNodeInfo.live());
    platform.bindHealthBoard(board);
    platform.bindLogAreas(logs);
    platform.bindNounSource(
        (noun, limit) ->
            noun == BookNouns.LIMIT_SET
                ? BookNouns.LIMIT_SET.rows(List.of(limits.book()))
                : new Rows(noun, List.of()));
    platform.bindClock(new FixedClock(FakeEngine.NOON));
  }

  /** One area. */
  static final class Logs implements LogAreas {
    private volatile LogArea area = new LogArea("rule", "INFO", "INFO", List.of("x"), "", 0);

    @Override
    public List<LogArea> areas() {
      return List.of(area);
    }

    @Override
    public LogArea set(String name, String level, String who) {
      area = new LogArea(name, level, "INFO", List.of("x"), who, FakeEngine.NOON);
      return area;
    }

    @Override
    public LogArea reset(String name, String who) {
      area = new LogArea(name, "INFO", "INFO", List.of("x"), "", 0);
      return area;
    }
  }

  private static List<Position> positions() {
    return List.of(
        new Position(
            KEY,
            5 * Fixed.ONE,
            Fixed.parse("1.08"),
            1_500_000,
            250_000,
            -500_000,
            Fixed.parse("1.07"),
            3));
  }

  /** Rules that can be refused. */
  static final class Rules implements RuleAdmin {
    final FakeDesk desk = new FakeDesk();
    final AtomicInteger reloads = new AtomicInteger();
    volatile List<RuleStatus.Fault> faults = List.of();

    @Override
    public RuleDesk desk() {
      return desk;
    }

    @Override
    public RuleStatus status() {
      return new RuleStatus(
          "cd".repeat(32),
          2,
          FakeEngine.NOON,
          List.of(
              new RuleStatus.RuleInfo(
                  "max-order-qty", "basic", "policies/basic/basic.drl:3", "STRAIGHT", "")),
          faults);
    }

    @Override
    public List<RuleNode> nodes() {
      return List.of(
          new RuleNode("N1", "cd".repeat(32), true, FakeEngine.NOON, "ef".repeat(32), true, true),
          new RuleNode("N2", "", false, 0, "ef".repeat(32), false, true));
    }

    @Override
    public RuleStatus reload() {
      reloads.incrementAndGet();
      return status();
    }
  }

  /** One row, and faults as a test wants them. */
  static final class FileLimits implements Limits {
    volatile List<String> faults = List.of();

    LimitBook book() {
      LimitLine line = new LimitLine(rows().get(0), "account=ALPHA (nearest: ALFA)");
      return new LimitBook(hash(), List.of(line), faults);
    }

    @Override
    public long version() {
      return 1;
    }

    @Override
    public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
      return ResolvedLimits.none();
    }

    @Override
    public List<LimitRow> rows() {
      return List.of(
          new LimitRow(
              "account=ALPHA",
              "*",
              LimitKind.MAX_ORDER_NOTIONAL,
              2_500_000_000_000L,
              Severity.BLOCK,
              Long.MIN_VALUE,
              FakeEngine.NOON,
              "risk",
              "house rule 1",
              "limits/firm.csv:12"));
    }

    @Override
    public List<String> failures() {
      return faults;
    }

    @Override
    public String hash() {
      return "ef".repeat(32);
    }

    @Override
    public List<String> reload() {
      return faults;
    }
  }

  /** Two people lift a kill. */
  static final class Control implements TradingControl {
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile @Nullable CompletionStage<Integer> answer;

    @Override
    public TradingState state() {
      return calls.isEmpty() ? TradingState.ACTIVE : TradingState.HALTED;
    }

    @Override
    public List<Restriction> restrictions() {
      return calls.isEmpty() ? List.of() : List.of(restriction(TradingState.HALTED));
    }

    static Restriction restriction(TradingState state) {
      return new Restriction(
          ControlScope.NODE, state, "ann", "test", FakeEngine.NOON, List.of("ann"), 2);
    }

    @Override
    public CompletionStage<Integer> kill(ControlScope scope, String who, String why) {
      calls.add("kill " + scope + ' ' + who + ' ' + why);
      CompletionStage<Integer> wanted = answer;
      return wanted == null ? CompletableFuture.completedFuture(3) : wanted;
    }

    @Override
    public CompletionStage<Restriction> rearm(ControlScope scope, String who, String why) {
      if (calls.isEmpty()) {
        throw new IllegalArgumentException("scope " + scope + " is not killed");
      }
      calls.add("rearm " + scope + ' ' + who + ' ' + why);
      return CompletableFuture.completedFuture(
          restriction(calls.size() > 2 ? TradingState.ACTIVE : TradingState.HALTED));
    }
  }

  /** Two nodes hold the same position. */
  static final class Shared implements SharedPositions {
    @Override
    public void publish(PositionShare share) {
      throw new UnsupportedOperationException("REST publishes nothing");
    }

    @Override
    public long othersQuantity(PositionKey key) {
      return 0;
    }

    @Override
    public List<PositionShare> shares() {
      return List.of(
          new PositionShare(KEY, "N1", 1, 4, 4 * Fixed.ONE, 0, 0),
          new PositionShare(KEY, "N2", 1, 9, -7 * Fixed.ONE, 1_000_000, 500_000));
    }

    @Override
    public List<String> members() {
      return List.of("N1", "N2");
    }
  }

  private static final class Routes implements RouteControl {
    @Override
    public List<RouteStatus> list() {
      return List.of(
          new RouteStatus("feed", "ticks in", "headgate:market", "Started", 9, 1, 0, "feed.xml"));
    }

    @Override
    public void start(String id) {
      if (!id.equals("feed")) {
        throw new IllegalArgumentException("no route " + id);
      }
      throw new IllegalStateException("feed cannot be started");
    }

    @Override
    public void stop(String id) {
      throw new IllegalArgumentException("no route " + id);
    }

    @Override
    public void suspend(String id) {
      throw new IllegalArgumentException("no route " + id);
    }
  }

  private static final class Strategies implements StrategyControl {
    @Override
    public List<StrategyStatus> list() {
      return List.of(
          new StrategyStatus(
              "momentum", "ALPHA", StrategyStatus.State.ACTIVE, "", 4, 100, 10, 2, 1));
    }

    @Override
    public void start(String name) {
      throw new IllegalArgumentException("no strategy " + name);
    }

    @Override
    public void stop(String name) {
      // Nothing stops a fake.
    }
  }

  private static final class Monitor implements EngineMonitor {
    @Override
    public EngineCounters counters() {
      return new EngineCounters(1000, 1, 10, 8, 2, Map.of("QTY_ABOVE_MAX", 2L), 5, 0);
    }

    @Override
    public LatencySummary decisionLatency() {
      return new LatencySummary(10, 1000, 5000, 9000, 10_000);
    }

    @Override
    public String stateHash() {
      return "00".repeat(32);
    }

    @Override
    public boolean drain(long timeoutMillis) {
      return true;
    }
  }
}
