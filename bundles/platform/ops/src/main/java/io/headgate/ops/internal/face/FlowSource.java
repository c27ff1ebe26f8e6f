package io.headgate.ops.internal.face;

import io.headgate.ops.internal.access.Running;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.optimiser.OptimiserControl;
import io.headgate.spi.plugin.Plugin;
import io.headgate.spi.plugin.PluginList;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.scorer.ScorerControl;
import io.headgate.spi.strategy.StrategyControl;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What flows: routes, feeds, strategies, scorers, optimisers, brokers, plug-ins. */
@Component(service = FlowSource.class)
public final class FlowSource {

  private final PluginList plugins;
  private final List<DataAdapter> feeds = new CopyOnWriteArrayList<>();
  private final List<BrokerConnector> brokers = new CopyOnWriteArrayList<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RouteControl routes;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable StrategyControl strategies;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable ScorerControl scorers;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable OptimiserControl optimisers;

  /** All plug-ins are known to their list. */
  @Activate
  public FlowSource(@Reference PluginList plugins) {
    this.plugins = plugins;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindFeed(DataAdapter feed) {
    feeds.add(feed);
  }

  void unbindFeed(DataAdapter feed) {
    feeds.remove(feed);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindBroker(BrokerConnector broker) {
    brokers.add(broker);
  }

  void unbindBroker(BrokerConnector broker) {
    brokers.remove(broker);
  }

  /** How each noun of the flows is found. */
  Map<Noun<?>, Supplier<Rows>> suppliers() {
    return Map.of(
        FlowNouns.ROUTE, () -> FlowNouns.ROUTE.rows(Running.required(routes, "routes").list()),
        FlowNouns.FEED, () -> FlowNouns.FEED.rows(byName(feeds)),
        FlowNouns.STRATEGY,
            () -> FlowNouns.STRATEGY.rows(Running.required(strategies, "strategy control").list()),
        FlowNouns.SCORER,
            () -> FlowNouns.SCORER.rows(Running.required(scorers, "scorer control").list()),
        FlowNouns.OPTIMISER,
            () ->
                FlowNouns.OPTIMISER.rows(Running.required(optimisers, "optimiser control").list()),
        FlowNouns.BROKER, () -> FlowNouns.BROKER.rows(byName(brokers)),
        FlowNouns.PLUGIN, () -> FlowNouns.PLUGIN.rows(plugins.plugins()));
  }

  private static <P extends Plugin> List<P> byName(List<P> plugins) {
    return plugins.stream().sorted(Comparator.comparing(Plugin::name)).toList();
  }
}
