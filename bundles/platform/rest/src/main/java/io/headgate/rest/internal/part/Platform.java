package io.headgate.rest.internal.part;

import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.monitor.Metrics;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.order.OrderQuery;
import io.headgate.spi.override.OrderOverrides;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.positions.PositionQuery;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.time.Clock;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The parts of the platform, as they come and go; none of them takes the API with it. */
@Component(service = Platform.class)
public final class Platform {

  public final Part<OrderEntry> orders = new Part<>("order engine");
  public final Part<OrderQuery> orderQuery = new Part<>("order query");
  public final Part<PositionQuery> positions = new Part<>("position query");
  public final Part<SharedPositions> shared = new Part<>("shared state");
  public final Part<RuleAdmin> rules = new Part<>("rule administration");
  public final Part<RuleInsight> insight = new Part<>("rule explanations");
  public final Part<OrderOverrides> overrides = new Part<>("order overrides");
  public final Part<Limits> limits = new Part<>("limits");
  public final Part<RouteControl> routes = new Part<>("routes");
  public final Part<StrategyControl> strategies = new Part<>("strategy control");
  public final Part<Alarms> alarms = new Part<>("alarms");
  public final Part<TradingControl> control = new Part<>("trading control");
  public final Part<EngineMonitor> monitor = new Part<>("engine monitor");
  public final Part<Journal> journal = new Part<>("journal");
  public final Part<NodeInfo> node = new Part<>("node");
  public final Part<Clock> clock = new Part<>("clock");

  public final Part<NounSource> source = new Part<>("faces of the node");
  public final Part<HealthBoard> health = new Part<>("health board");
  public final Part<LogAreas> logs = new Part<>("log areas");
  public final Part<Metrics> metrics = new Part<>("metrics");

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindOrderEntry(OrderEntry service) {
    orders.came(service);
  }

  public void unbindOrderEntry(OrderEntry service) {
    orders.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindOrderQuery(OrderQuery service) {
    orderQuery.came(service);
  }

  public void unbindOrderQuery(OrderQuery service) {
    orderQuery.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindPositionQuery(PositionQuery service) {
    positions.came(service);
  }

  public void unbindPositionQuery(PositionQuery service) {
    positions.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindSharedPositions(SharedPositions service) {
    shared.came(service);
  }

  public void unbindSharedPositions(SharedPositions service) {
    shared.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindRuleAdmin(RuleAdmin service) {
    rules.came(service);
  }

  public void unbindRuleAdmin(RuleAdmin service) {
    rules.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindRuleInsight(RuleInsight service) {
    insight.came(service);
  }

  public void unbindRuleInsight(RuleInsight service) {
    insight.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindOrderOverrides(OrderOverrides service) {
    overrides.came(service);
  }

  public void unbindOrderOverrides(OrderOverrides service) {
    overrides.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindLimits(Limits service) {
    limits.came(service);
  }

  public void unbindLimits(Limits service) {
    limits.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindRouteControl(RouteControl service) {
    routes.came(service);
  }

  public void unbindRouteControl(RouteControl service) {
    routes.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindStrategyControl(StrategyControl service) {
    strategies.came(service);
  }

  public void unbindStrategyControl(StrategyControl service) {
    strategies.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindAlarms(Alarms service) {
    alarms.came(service);
  }

  public void unbindAlarms(Alarms service) {
    alarms.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindTradingControl(TradingControl service) {
    control.came(service);
  }

  public void unbindTradingControl(TradingControl service) {
    control.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindEngineMonitor(EngineMonitor service) {
    monitor.came(service);
  }

  public void unbindEngineMonitor(EngineMonitor service) {
    monitor.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindJournal(Journal service) {
    journal.came(service);
  }

  public void unbindJournal(Journal service) {
    journal.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindNodeInfo(NodeInfo service) {
    node.came(service);
  }

  public void unbindNodeInfo(NodeInfo service) {
    node.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindClock(Clock service) {
    clock.came(service);
  }

  public void unbindClock(Clock service) {
    clock.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindNounSource(NounSource service) {
    source.came(service);
  }

  public void unbindNounSource(NounSource service) {
    source.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindHealthBoard(HealthBoard service) {
    health.came(service);
  }

  public void unbindHealthBoard(HealthBoard service) {
    health.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindLogAreas(LogAreas service) {
    logs.came(service);
  }

  public void unbindLogAreas(LogAreas service) {
    logs.went(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindMetrics(Metrics service) {
    metrics.came(service);
  }

  public void unbindMetrics(Metrics service) {
    metrics.went(service);
  }
}
