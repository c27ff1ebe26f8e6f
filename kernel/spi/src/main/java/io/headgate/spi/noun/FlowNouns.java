package io.headgate.spi.noun;

import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.optimiser.OptimiserStatus;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.PluginStatus;
import io.headgate.spi.route.RouteStatus;
import io.headgate.spi.scorer.ScorerStatus;
import io.headgate.spi.strategy.StrategyStatus;

/** What flows: routes, feeds, strategies, scorers, optimisers, brokers, and all plug-ins. */
public final class FlowNouns {

  /** A route. */
  public static final Noun<RouteStatus> ROUTE =
      Noun.<RouteStatus>named("route", "routes", "A flow between bundles")
          .text("id", "Its id", RouteStatus::id)
          .column()
          .text("description", "What it is for", RouteStatus::description)
          .text("from", "Endpoint where it begins", r -> withoutOptions(r.from()))
          .column()
          .text("state", "Started, Stopped or Suspended", RouteStatus::state)
          .column()
          .integer("exchanges", "Exchanges completed", RouteStatus::exchanges)
          .column()
          .integer("failures", "Exchanges failed", RouteStatus::failures)
          .column()
          .integer("inFlight", "Exchanges under way now", RouteStatus::inFlight)
          .column()
          .text("file", "File that defines it", RouteStatus::file)
          .column()
          .build();

  /** A strategy. */
  public static final Noun<StrategyStatus> STRATEGY =
      Noun.<StrategyStatus>named("strategy", "strategies", "A strategy as it stands")
          .text("name", "Its id", StrategyStatus::name)
          .column()
          .text("account", "Account that it trades for", StrategyStatus::account)
          .column()
          .text("state", "ACTIVE, STOPPED, FAILED or REFUSED", StrategyStatus::state)
          .column()
          .text("reason", "Why it is not active; empty when it is", StrategyStatus::reason)
          .column()
          .integer("subscriptions", "Number of instruments", StrategyStatus::subscriptions)
          .column()
          .integer("events", "Market events that it got", StrategyStatus::events)
          .column()
          .integer("intents", "What it asked for", StrategyStatus::intents)
          .column()
          .integer("denied", "How many of those were denied", StrategyStatus::denied)
          .column()
          .integer("openOrders", "Its open orders", StrategyStatus::openOrders)
          .column()
          .build();

  /** A market data feed. */
  public static final Noun<DataAdapter> FEED =
      Noun.<DataAdapter>named("feed", "feeds", "A market data feed: read = delivered + skipped")
          .text("name", "Its id", DataAdapter::name)
          .column()
          .text("state", "UP, DEGRADED or DOWN", f -> f.health().state())
          .column()
          .text("reason", "Why, and what to do next", f -> f.health().reason())
          .column()
          .integer("read", "Rows read", f -> f.progress().read())
          .column()
          .integer("delivered", "Rows delivered as events", f -> f.progress().delivered())
          .column()
          .integer("skipped", "Rows that could not be used", f -> f.progress().skipped())
          .column()
          .nestedAll(
              "skippedByReason",
              "The same by reason",
              NodeNouns.COUNT,
              f -> NodeNouns.counts(f.progress().skippedByReason()))
          .flag("finished", "Whether the source has ended", f -> f.progress().finished())
          .column()
          .text("failure", "Why it ended early; empty where it did not", f -> failure(f.progress()))
          .build();

  /** A broker connector. */
  public static final Noun<BrokerConnector> BROKER =
      Noun.<BrokerConnector>named("broker", "brokers", "A connector to a venue")
          .text("name", "Its id", BrokerConnector::name)
          .column()
          .text("state", "UP, DEGRADED or DOWN", b -> b.health().state())
          .column()
          .text("reason", "Why, and what to do next", b -> b.health().reason())
          .column()
          .integer(
              "openOrders", "Open orders as the venue has them", b -> venue(b).openOrders().size())
          .column()
          .integer(
              "positions",
              "Positions that the venue has, flat ones left out",
              b -> venue(b).positions().size())
          .column()
          .build();

  /** A scorer. */
  public static final Noun<ScorerStatus> SCORER =
      Noun.<ScorerStatus>named("scorer", "scorers", "A scorer and the model that it uses")
          .text("name", "Its id", ScorerStatus::name)
          .column()
          .text("kind", "What it is made with", ScorerStatus::kind)
          .column()
          .text("state", "UP, DEGRADED or DOWN", s -> s.health().state())
          .column()
          .text("reason", "Why, and what to do next", s -> s.health().reason())
          .column()
          .text("modelId", "Model in use; empty where there is none", ScorerStatus::modelId)
          .column()
          .texts("features", "What the model wants, in order", ScorerStatus::features)
          .texts(
              "provenance",
              "Where the model comes from, KEY=VALUE",
              s -> s.provenance().entrySet().stream().map(Object::toString).sorted().toList())
          .integer(
              "instruments", "Instruments that it was asked about", s -> s.instruments().size())
          .integer("scores", "Fresh answers", ScorerStatus::scores)
          .column()
          .integer("stale", "Answers that did not come by their deadline", ScorerStatus::stale)
          .column()
          .integer("unavailable", "Requests without an answer", ScorerStatus::unavailable)
          .column()
          .integer("errors", "Of those, failures of the scorer itself", ScorerStatus::errors)
          .column()
          .integer("waiting", "Requests in its queue", ScorerStatus::waiting)
          .nested("latency", "Time of one score", NodeNouns.LATENCY, ScorerStatus::latency)
          .build();

  /** An optimiser. */
  public static final Noun<OptimiserStatus> OPTIMISER =
      Noun.<OptimiserStatus>named("optimiser", "optimisers", "An optimiser as it stands")
          .text("name", "Its id", OptimiserStatus::name)
          .column()
          .text("state", "UP, DEGRADED or DOWN", o -> o.health().state())
          .column()
          .text("reason", "Why, and what to do next", o -> o.health().reason())
          .column()
          .integer("answers", "Portfolios that came in time", OptimiserStatus::answers)
          .column()
          .integer("stale", "Answers that did not come by their deadline", OptimiserStatus::stale)
          .column()
          .integer("unavailable", "Requests without a portfolio", OptimiserStatus::unavailable)
          .column()
          .integer("errors", "Of those, failures of the optimiser itself", OptimiserStatus::errors)
          .column()
          .integer("waiting", "Requests in its queue", OptimiserStatus::waiting)
          .nested("latency", "Time of one portfolio", NodeNouns.LATENCY, OptimiserStatus::latency)
          .build();

  /** A plug-in of any kind. */
  public static final Noun<PluginStatus> PLUGIN =
      Noun.<PluginStatus>named("plugin", "plugins", "A plug-in that runs on this node")
          .text("kind", "data, scorer, strategy, optimiser or broker", PluginStatus::kind)
          .column()
          .text("name", "Its id, unique within its kind", PluginStatus::name)
          .column()
          .text("bundle", "Bundle that it comes from", PluginStatus::bundle)
          .column()
          .text("version", "Version of that bundle", PluginStatus::version)
          .column()
          .text("state", "UP, DEGRADED or DOWN", p -> p.health().state())
          .column()
          .text("reason", "Why, and what to do next", p -> p.health().reason())
          .column()
          .build();

  private FlowNouns() {}

  private static String withoutOptions(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  private static String failure(FeedProgress progress) {
    return progress.failure();
  }

  /** A connector that cannot say has no orders and no positions; its health says why. */
  private static VenueSnapshot venue(BrokerConnector broker) {
    return broker.health().state() == Health.State.DOWN
        ? new VenueSnapshot(java.util.Map.of(), java.util.Map.of())
        : broker.snapshot();
  }
}
