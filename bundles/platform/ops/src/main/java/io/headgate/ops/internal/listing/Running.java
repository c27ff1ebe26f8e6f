package io.headgate.ops.internal.listing;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.route.RouteStatus;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.List;
import java.util.Map;

/** Routes, strategies, restrictions, alarms, health and counters as rows. */
public final class Running {

  private Running() {}

  /** Routes, one a row. */
  public static Listing routes(List<RouteStatus> routes) {
    Listing listing =
        Listing.of("route", "state", "exchanges", "failures", "from", "file", "description");
    for (RouteStatus route : routes) {
      listing.row(
          route.id(),
          route.state(),
          route.exchanges(),
          route.failures(),
          endpoint(route.from()),
          route.file(),
          route.description());
    }
    return listing;
  }

  /** An endpoint without its options, which are in the route's file. */
  private static String endpoint(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  /** Strategies, one a row. */
  public static Listing strategies(List<StrategyStatus> strategies) {
    Listing listing =
        Listing.of(
            "strategy",
            "state",
            "account",
            "instruments",
            "events",
            "intents",
            "denied",
            "openOrders",
            "reason");
    for (StrategyStatus strategy : strategies) {
      listing.row(
          strategy.name(),
          strategy.state(),
          strategy.account(),
          strategy.subscriptions(),
          strategy.events(),
          strategy.intents(),
          strategy.denied(),
          strategy.openOrders(),
          strategy.reason());
    }
    return listing;
  }

  /** Restrictions in force, one a row. */
  public static Listing restrictions(List<Restriction> restrictions) {
    Listing listing =
        Listing.of("scope", "state", "who", "since", "why", "rearmApprovals", "rearmsNeeded");
    for (Restriction restriction : restrictions) {
      listing.row(
          restriction.scope(),
          restriction.state(),
          restriction.who(),
          Text.time(restriction.since()),
          restriction.why(),
          String.join(" ", restriction.rearmApprovals()),
          restriction.rearmsNeeded());
    }
    return listing;
  }

  /** Active alarms, one a row. */
  public static Listing alarms(List<Alarm> alarms) {
    Listing listing = Listing.of("alarm", "level", "raised", "count", "acknowledgedBy", "text");
    for (Alarm alarm : alarms) {
      listing.row(
          alarm.key(),
          alarm.level(),
          Text.time(alarm.raised()),
          alarm.count(),
          alarm.acknowledgedBy(),
          alarm.text());
    }
    return listing;
  }

  /** Health by part, one a row. */
  public static Listing health(Map<String, Health> parts) {
    Listing listing = Listing.of("part", "state", "reason");
    parts.forEach((part, health) -> listing.row(part, health.state(), health.reason()));
    return listing;
  }

  /** Counters and latencies, one a row. */
  public static Listing metrics(EngineCounters counters, LatencySummary latency) {
    Listing listing = Listing.of("metric", "value");
    listing.row("ticks", counters.ticks());
    listing.row("ticksDropped", counters.ticksDropped());
    listing.row("intents", counters.intents());
    listing.row("accepted", counters.accepted());
    listing.row("denied", counters.denied());
    counters.deniedByReason().forEach((reason, count) -> listing.row("denied." + reason, count));
    listing.row("fills", counters.fills());
    listing.row("duplicateFills", counters.duplicateFills());
    listing.row("decisionMicros.p50", Text.micros(latency.p50()));
    listing.row("decisionMicros.p99", Text.micros(latency.p99()));
    listing.row("decisionMicros.p999", Text.micros(latency.p999()));
    listing.row("decisionMicros.max", Text.micros(latency.max()));
    return listing;
  }
}
