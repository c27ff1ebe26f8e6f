package io.headgate.node.internal.session;

import io.headgate.node.internal.session.report.SessionResult;
import io.headgate.node.internal.session.report.Summary;
import io.headgate.node.internal.session.report.Terminal;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;

/** Recorded data through the same engine and rules, on the time of the data, and then the end. */
final class ReplaySession implements Session {

  private static final double NANOS = 1e9;
  private static final long STEP_MILLIS = 50;
  private static final long PROGRESS_MILLIS = 1_000;
  private static final int EVENT_CAPACITY = 64;

  private final SessionContext session;
  private final NodeServices services;
  private final Terminal terminal;
  private final ReplayArguments arguments;
  private final ConfigurationAdmin configurations;
  private final RecordedFeed feed;

  ReplaySession(
      SessionContext session, ReplayArguments arguments, ConfigurationAdmin configurations) {
    this.session = session;
    this.services = session.services();
    this.terminal = session.terminal();
    this.arguments = arguments;
    this.configurations = configurations;
    this.feed = new RecordedFeed(session, configurations);
  }

  /**
   * @throws UsageException if an argument is wrong
   */
  static ReplaySession of(SessionContext session, ConfigurationAdmin configurations) {
    String file = session.property("headgate.session.args", "");
    Path cwd = Path.of(session.property("headgate.session.cwd", "")).toAbsolutePath();
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      return new ReplaySession(session, ReplayArguments.parse(lines, cwd), configurations);
    } catch (IOException e) {
      throw new UsageException(
          "system property headgate.session.args is '%s', expected a file with one argument per line: %s"
              .formatted(file, e));
    }
  }

  @Override
  public int run() throws InterruptedException {
    if (!ready(ReadyCheck.NONE)) {
      return FAILED;
    }
    new StrategyKinds(services.components())
        .check(arguments.strategy(), arguments.settings().keySet());
    String strategy = configure();
    if (!ready(strategy)) {
      return FAILED;
    }
    services.strategies().list().stream()
        .filter(other -> !other.name().equals(strategy))
        .filter(other -> other.state() == StrategyStatus.State.ACTIVE)
        .forEach(other -> services.strategies().stop(other.name()));
    DataAdapter adapter = feed.adapter();
    Clock clock = services.clock();
    FirstDecision first = new FirstDecision(clock);
    EventStream.Subscription subscription =
        services.events().subscribe("session", EVENT_CAPACITY, first);
    session.end().begin();
    long start = clock.monotonicNanos();
    try {
      adapter.start(services.market());
    } catch (IllegalStateException e) {
      throw new UsageException(ReplayArguments.inOptions(String.valueOf(e.getMessage())));
    }
    watch(adapter, clock, start);
    adapter.stop();
    double ran = (clock.monotonicNanos() - start) / NANOS;
    SessionResult result =
        new Closing(services, session.settings())
            .close(ran, first.secondsSince(session.processStartMillis()), adapter.progress());
    subscription.close();
    return tell(result, adapter.progress());
  }

  private boolean ready(String strategy) throws InterruptedException {
    ReadyCheck check = new ReadyCheck(services, List.of(), Set.of(RecordedFeed.ADAPTER), strategy);
    return new ReadyWait(session, check, StrategyKinds.pid(arguments.strategy()), arguments.json())
        .await("replay");
  }

  private int tell(SessionResult result, FeedProgress rows) {
    Summary summary = new Summary(result);
    if (!arguments.json()) {
      summary.lines().forEach(terminal::line);
    }
    if (!rows.failure().isEmpty()) {
      terminal.error("headgate: the data ended early: " + rows.failure());
    }
    terminal.line(summary.line());
    return result.consistent() && rows.failure().isEmpty() ? OK : FAILED;
  }

  /**
   * Writes the configurations of adapter and strategy.
   *
   * @return name of the strategy
   */
  private String configure() {
    Map<String, String> settings = arguments.settings();
    String strategy = settings.getOrDefault("name", arguments.strategy());
    Map<String, Object> forStrategy = new LinkedHashMap<>();
    forStrategy.put("name", strategy);
    forStrategy.put("instruments", arguments.instrument().toString());
    forStrategy.putAll(settings);
    feed.configure(arguments);
    try {
      configurations
          .getFactoryConfiguration(
              StrategyKinds.pid(arguments.strategy()), RecordedFeed.ADAPTER, "?")
          .update(FrameworkUtil.asDictionary(forStrategy));
    } catch (IOException e) {
      throw new UncheckedIOException("the configuration of the replay cannot be written", e);
    }
    return strategy;
  }

  private void watch(DataAdapter adapter, Clock clock, long start) throws InterruptedException {
    long shownAt = 0;
    while (!adapter.progress().finished() && adapter.progress().failure().isEmpty()) {
      if (session.end().await(STEP_MILLIS)) {
        return;
      }
      long elapsed = (clock.monotonicNanos() - start) / 1_000_000;
      if (!arguments.json() && elapsed - shownAt >= PROGRESS_MILLIS) {
        shownAt = elapsed;
        terminal.live(
            String.format(
                Locale.ROOT,
                "%.0f s  %,d rows  orders %,d  denied %,d  fills %,d",
                elapsed / 1_000.0,
                adapter.progress().read(),
                services.monitor().counters().intents(),
                services.monitor().counters().denied(),
                services.monitor().counters().fills()));
      }
    }
  }
}
