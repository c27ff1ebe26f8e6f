package io.headgate.node.internal.session;

import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.order.OrderQuery;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.positions.PositionQuery;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.scorer.ModelTrainer;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The services that a session drives, each as it is at the moment of the call: a session must be
 * able to say what is missing, so nothing here is mandatory.
 */
@Component(service = NodeServices.class)
public final class NodeServices {

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable NodeInfo node;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Clock clock;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable ReferenceData reference;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable RuleGate rules;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Limits limits;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Journal journal;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable EngineMonitor monitor;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable OrderQuery orders;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable PositionQuery positions;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable StrategyControl strategies;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable MarketSink market;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable EventStream events;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable RouteControl routes;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable RuleAdmin ruleAdmin;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable ServiceComponentRuntime components;

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<BrokerConnector> brokers = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<Map.Entry<Map<String, Object>, DataAdapter>> adapters = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<HealthCheck> healthChecks = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<ModelTrainer> trainers = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<FeatureFactory> features = List.of();

  @Activate
  public NodeServices() {}

  /** Names of the services that are not there. */
  List<String> missing() {
    Map<String, @Nullable Object> all = new TreeMap<>();
    all.put("NodeInfo", node);
    all.put("Clock", clock);
    all.put("ReferenceData", reference);
    all.put("RuleGate", rules);
    all.put("Limits", limits);
    all.put("Journal", journal);
    all.put("EngineMonitor", monitor);
    all.put("OrderQuery", orders);
    all.put("PositionQuery", positions);
    all.put("StrategyControl", strategies);
    all.put("MarketSink", market);
    all.put("EventStream", events);
    List<String> missing = new ArrayList<>();
    all.forEach(
        (name, service) -> {
          if (service == null) {
            missing.add(name);
          }
        });
    return missing;
  }

  NodeInfo node() {
    return present(node, "NodeInfo");
  }

  Clock clock() {
    return present(clock, "Clock");
  }

  ReferenceData reference() {
    return present(reference, "ReferenceData");
  }

  RuleGate rules() {
    return present(rules, "RuleGate");
  }

  Limits limits() {
    return present(limits, "Limits");
  }

  Journal journal() {
    return present(journal, "Journal");
  }

  EngineMonitor monitor() {
    return present(monitor, "EngineMonitor");
  }

  OrderQuery orders() {
    return present(orders, "OrderQuery");
  }

  PositionQuery positions() {
    return present(positions, "PositionQuery");
  }

  StrategyControl strategies() {
    return present(strategies, "StrategyControl");
  }

  MarketSink market() {
    return present(market, "MarketSink");
  }

  EventStream events() {
    return present(events, "EventStream");
  }

  RouteControl routes() {
    return present(routes, "RouteControl");
  }

  ServiceComponentRuntime components() {
    return present(components, "ServiceComponentRuntime");
  }

  private static <T> T present(@Nullable T service, String name) {
    if (service == null) {
      throw new IllegalStateException("service %s is gone".formatted(name));
    }
    return service;
  }
}
