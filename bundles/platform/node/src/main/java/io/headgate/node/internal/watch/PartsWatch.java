package io.headgate.node.internal.watch;

import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second at everything that this node is configured to run: components, connectors,
 * strategies and the other plug-ins. What is missing or unwell is in the health {@code plugins} at
 * once and in an alarm at the second look, because much is on its way for a moment only.
 */
@Component(service = HealthCheck.class, immediate = true)
public final class PartsWatch implements HealthCheck {

  private static final Logger LOG = LoggerFactory.getLogger(PartsWatch.class);
  private static final String STRATEGIES = "(service.factoryPid=io.headgate.strategies.*)";
  private static final long PERIOD_MILLIS = 1_000;

  /** Looks without alarms: the container is still putting the node together. */
  private static final int GRACE_LOOKS = 15;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable StrategyControl control;

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<BrokerConnector> brokers = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<DataAdapter> adapters = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<Scorer> scorers = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<Optimiser> optimisers = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<Map.Entry<Map<String, Object>, Strategy>> strategies = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC)
  volatile List<HealthCheck> checks = List.of();

  private final ServiceComponentRuntime components;
  private final ConfigurationAdmin configurations;
  private final Standing standing;
  private final @Nullable ScheduledExecutorService timer;
  private volatile Health health = Health.UP;
  private int looks;

  @Activate
  public PartsWatch(
      @Reference NodeInfo node,
      @Reference Alarms alarms,
      @Reference ServiceComponentRuntime components,
      @Reference ConfigurationAdmin configurations) {
    this.components = components;
    this.configurations = configurations;
    this.standing = new Standing(alarms);
    if (node.mode() == NodeInfo.Mode.LIVE) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "headgate-parts");
                thread.setDaemon(true);
                return thread;
              });
      var unused =
          timer.scheduleWithFixedDelay(
              this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      timer = null;
    }
  }

  @Deactivate
  void stop() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  /** One look. */
  void look() {
    try {
      List<Finding> found = parts().findings();
      if (++looks > GRACE_LOOKS) {
        List<Finding> all = new ArrayList<>(found);
        all.addAll(refusedConfigurations());
        standing.take(all);
      }
      health = health(found);
    } catch (Throwable e) {
      // A part that throws here is unwell; a scheduled task that throws would never run again.
      LOG.debug("a look at the parts of the node failed", e);
      health = Health.degraded("a part of the node does not say how it is: " + e);
    }
  }

  private static Health health(List<Finding> found) {
    if (found.isEmpty()) {
      return Health.UP;
    }
    String text = String.join("; ", found.stream().map(Finding::text).toList());
    return found.stream().anyMatch(Finding::stopsTrading)
        ? Health.down(text)
        : Health.degraded(text);
  }

  /** They are in the health of their own parts already. */
  private List<Finding> refusedConfigurations() {
    List<Finding> found = new ArrayList<>();
    for (HealthCheck check : checks) {
      Health configuration = check.configuration();
      if (configuration.state() != Health.State.UP) {
        found.add(Finding.warning("config." + check.name(), configuration.reason()));
      }
    }
    return found;
  }

  private Parts parts() throws IOException, InvalidSyntaxException {
    Map<String, Strategy> running = new TreeMap<>();
    for (Map.Entry<Map<String, Object>, Strategy> service : strategies) {
      Strategy strategy = service.getValue();
      running.put(
          String.valueOf(service.getKey().getOrDefault("service.pid", strategy.name())), strategy);
    }
    StrategyControl engine = control;
    List<StrategyStatus> states = engine == null ? List.of() : engine.list();
    return new Parts(
        brokers,
        adapters,
        scorers,
        optimisers,
        running,
        states,
        configured(),
        ComponentFaults.all(components, ""));
  }

  private Map<String, String> configured() throws IOException, InvalidSyntaxException {
    Map<String, String> files = new TreeMap<>();
    Configuration[] found = configurations.listConfigurations(STRATEGIES);
    if (found != null) {
      for (Configuration configuration : found) {
        Object file = configuration.getProperties().get("felix.fileinstall.filename");
        String path = file == null ? configuration.getPid() : file.toString();
        files.put(
            configuration.getPid(),
            file == null ? path : "etc/" + path.substring(path.lastIndexOf('/') + 1));
      }
    }
    return files;
  }

  @Override
  public String name() {
    return "plugins";
  }

  @Override
  public Health check() {
    return health;
  }
}
