package io.headgate.node.internal.session;

import io.headgate.node.internal.session.report.MoneyTotals;
import io.headgate.node.internal.session.report.Progress;
import io.headgate.node.internal.session.report.SessionResult;
import io.headgate.node.internal.session.report.Summary;
import io.headgate.node.internal.session.report.Terminal;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulated market, strategies and a paper venue, through the real node. */
final class DemoSession implements Session {

  private static final Logger LOG = LoggerFactory.getLogger(DemoSession.class);
  private static final double NANOS = 1e9;
  private static final long LIVE_LINE_MILLIS = 250;
  private static final int EVENT_CAPACITY = 64;

  private final SessionContext session;
  private final NodeServices services;
  private final Terminal terminal;
  private final long seconds;

  /**
   * @param session what every session is given
   * @param seconds how long the market runs; 0: until the end is requested
   */
  DemoSession(SessionContext session, long seconds) {
    this.session = session;
    this.services = session.services();
    this.terminal = session.terminal();
    this.seconds = seconds;
  }

  @Override
  public int run() throws InterruptedException {
    List<String> routes = session.settings().marketRoutes();
    if (!new ReadyWait(
            session, new ReadyCheck(services, routes, Set.of(), ReadyCheck.ALL), "", false)
        .await("demo")) {
      return FAILED;
    }
    Clock clock = services.clock();
    FirstDecision first = new FirstDecision(clock);
    EventStream.Subscription subscription =
        services.events().subscribe("session", EVENT_CAPACITY, first);
    new DemoBanner(session).show(seconds);
    long start = clock.monotonicNanos();
    session.end().begin();
    startMarket(routes);
    try {
      watch(clock, start);
    } finally {
      stopMarket(routes);
    }
    double ran = (clock.monotonicNanos() - start) / NANOS;
    terminal.line(
        String.format(Locale.ROOT, "The market has stopped after %.1f s; draining.", ran));
    SessionResult result =
        new Closing(services, session.settings())
            .close(ran, first.secondsSince(session.processStartMillis()), null);
    subscription.close();
    Summary summary = new Summary(result);
    summary.lines().forEach(terminal::line);
    terminal.line(summary.line());
    return result.consistent() ? OK : FAILED;
  }

  private void startMarket(List<String> routes) {
    RouteControl control = services.routes();
    for (String route : routes) {
      control.start(route);
      LOG.info("The demo has started the route {}", route);
    }
  }

  private void stopMarket(List<String> routes) {
    RouteControl control = services.routes();
    for (String route : routes) {
      try {
        control.stop(route);
      } catch (IllegalStateException | IllegalArgumentException e) {
        LOG.error("The route {} does not stop: {}", route, e.getMessage());
      }
    }
  }

  private void watch(Clock clock, long start) throws InterruptedException {
    Progress progress = new Progress(start);
    long interval =
        terminal.isInteractive() ? LIVE_LINE_MILLIS : session.settings().progressSeconds() * 1_000L;
    long endMillis = seconds == 0 ? Long.MAX_VALUE : seconds * 1_000;
    while (true) {
      long elapsed = (clock.monotonicNanos() - start) / 1_000_000;
      if (elapsed >= endMillis || session.end().await(Math.min(interval, endMillis - elapsed))) {
        return;
      }
      MoneyTotals money =
          MoneyTotals.of(
              services.positions().positions(),
              services.reference(),
              session.settings().reportingCurrency());
      terminal.live(progress.line(clock.monotonicNanos(), services.monitor().counters(), money));
    }
  }
}
