package io.headgate.node.internal.session;

import io.headgate.model.order.Order;
import io.headgate.model.position.Position;
import io.headgate.node.internal.session.check.ConsistencyCheck;
import io.headgate.node.internal.session.check.JournalFold;
import io.headgate.node.internal.session.report.MoneyTotals;
import io.headgate.node.internal.session.report.ProcessFigures;
import io.headgate.node.internal.session.report.SessionResult;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.rules.RuleSet;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a session: strategies stop, the node drains, and the books are compared. */
final class Closing {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
  private static final long MILLI = 1_000_000L;

  /** A venue may answer after the engine has drained: its answers are waited for this long. */
  private static final long SETTLE_MILLIS = 5_000;

  private static final long SETTLE_STEP_MILLIS = 200;

  private final NodeServices services;
  private final SessionSettings settings;

  Closing(NodeServices services, SessionSettings settings) {
    this.services = services;
    this.settings = settings;
  }

  /**
   * Stops the strategies and waits for what is under way.
   *
   * @param seconds how long the market ran
   * @param startSeconds from the start of the process to the first decision
   * @param rows account of the rows of a replay; null in a demo
   */
  SessionResult close(double seconds, @Nullable Double startSeconds, @Nullable FeedProgress rows)
      throws InterruptedException {
    stopStrategies();
    List<String> inconsistencies = settle();
    EngineMonitor monitor = services.monitor();
    RuleSet rules = services.rules().current();
    List<Position> positions = services.positions().positions();
    return new SessionResult(
        seconds,
        monitor.counters(),
        monitor.decisionLatency(),
        services.orders().openOrders(),
        positions,
        MoneyTotals.of(positions, services.reference(), settings.reportingCurrency()),
        rules == null ? "" : rules.hash(),
        services.journal().status().durable(),
        monitor.stateHash(),
        inconsistencies,
        new ProcessFigures(startSeconds, ProcessFigures.readRss()),
        rows);
  }

  private void stopStrategies() {
    for (StrategyStatus strategy : services.strategies().list()) {
      if (strategy.state() == StrategyStatus.State.ACTIVE) {
        services.strategies().stop(strategy.name());
      }
    }
  }

  /** What does not agree once the venues have said their last. */
  private List<String> settle() throws InterruptedException {
    long start = services.clock().monotonicNanos();
    while (true) {
      boolean drained = services.monitor().drain(settings.drainTimeoutSeconds() * 1_000L);
      List<String> found = new ArrayList<>();
      if (!drained) {
        found.add("the node had not drained after %d s".formatted(settings.drainTimeoutSeconds()));
      }
      found.addAll(compare());
      if (found.isEmpty()
          || !drained
          || services.clock().monotonicNanos() - start > SETTLE_MILLIS * MILLI) {
        found.forEach(inconsistency -> LOG.error("Inconsistent: {}", inconsistency));
        return found;
      }
      Thread.sleep(SETTLE_STEP_MILLIS);
    }
  }

  private List<String> compare() {
    List<Order> openOrders = services.orders().openOrders();
    List<Position> positions = services.positions().positions();
    Map<String, VenueSnapshot> venues = new TreeMap<>();
    for (BrokerConnector broker : services.brokers) {
      venues.put(broker.name(), broker.snapshot());
    }
    JournalFold journal = new JournalFold();
    try {
      services.journal().read(1, journal);
    } catch (JournalException e) {
      return List.of("the journal cannot be read: " + e.getMessage());
    }
    return new ConsistencyCheck(
            services.monitor().counters(), positions, openOrders, journal, venues)
        .inconsistencies();
  }
}
