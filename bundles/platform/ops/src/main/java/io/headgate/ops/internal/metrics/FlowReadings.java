package io.headgate.ops.internal.metrics;

import io.headgate.model.number.Fixed;
import io.headgate.model.position.Position;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthReport;
import io.headgate.spi.plugin.PluginStatus;
import io.headgate.spi.route.RouteStatus;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.List;
import java.util.Locale;

/** What positions, routes, strategies, plug-ins, alarms and health have to say. */
final class FlowReadings {

  private FlowReadings() {}

  static void positions(Samples to, List<Position> positions) {
    for (Position position : positions) {
      String[] tags = {
        "account", position.key().account(), "instrument", position.key().instrument().toString()
      };
      to.gauge(
          "headgate.position.units",
          "This node's position, below 0 is short",
          Fixed.toDouble(position.quantity()),
          tags);
      to.gauge(
          "headgate.position.net",
          "Realised and unrealised less fees, in the account's currency",
          position.net() / (double) Fixed.AMOUNT_ONE,
          tags);
    }
  }

  static void routes(Samples to, List<RouteStatus> routes) {
    for (RouteStatus route : routes) {
      to.gauge(
          "headgate.route.up",
          "1 while the route is started",
          route.state().equals("Started") ? 1 : 0,
          "route",
          route.id());
      to.counter(
          "headgate.route.exchanges",
          "Exchanges completed",
          route.exchanges(),
          "route",
          route.id());
      to.counter(
          "headgate.route.failures", "Exchanges failed", route.failures(), "route", route.id());
      to.gauge(
          "headgate.route.inflight", "Exchanges under way", route.inFlight(), "route", route.id());
    }
  }

  static void strategies(Samples to, List<StrategyStatus> strategies) {
    for (StrategyStatus strategy : strategies) {
      String[] tags = {"strategy", strategy.name(), "account", strategy.account()};
      to.gauge(
          "headgate.strategy.up",
          "1 while the strategy is active",
          strategy.state() == StrategyStatus.State.ACTIVE ? 1 : 0,
          tags);
      to.counter("headgate.strategy.events", "Market events that it got", strategy.events(), tags);
      to.counter("headgate.strategy.intents", "What it asked for", strategy.intents(), tags);
      to.counter(
          "headgate.strategy.denied", "How many of those were denied", strategy.denied(), tags);
      to.gauge("headgate.strategy.open.orders", "Its open orders", strategy.openOrders(), tags);
    }
  }

  static void plugins(Samples to, List<PluginStatus> plugins) {
    for (PluginStatus plugin : plugins) {
      to.gauge(
          "headgate.plugin.health",
          "2 up, 1 degraded, 0 down",
          level(plugin.health().state()),
          "kind",
          plugin.kind(),
          "plugin",
          plugin.name());
    }
  }

  static void alarms(Samples to, List<Alarm> alarms) {
    for (Alarm.Level level : Alarm.Level.values()) {
      long active = alarms.stream().filter(alarm -> alarm.level() == level).count();
      long unseen =
          alarms.stream()
              .filter(alarm -> alarm.level() == level && alarm.acknowledgedBy().isEmpty())
              .count();
      String word = level.name().toLowerCase(Locale.ROOT);
      to.gauge("headgate.alarms.active", "Active alarms", active, "level", word);
      to.gauge(
          "headgate.alarms.unacknowledged",
          "Active alarms that nobody has acknowledged",
          unseen,
          "level",
          word);
    }
  }

  static void health(Samples to, HealthReport report) {
    to.gauge("headgate.ready", "1 while orders can be decided on", report.ready() ? 1 : 0);
    for (HealthReport.Part part : report.parts()) {
      to.gauge(
          "headgate.health",
          "2 up, 1 degraded, 0 down",
          level(part.health().state()),
          "part",
          part.name());
    }
  }

  private static int level(Health.State state) {
    return switch (state) {
      case UP -> 2;
      case DEGRADED -> 1;
      case DOWN -> 0;
    };
  }
}
