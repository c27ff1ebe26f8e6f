package io.headgate.node.internal.watch;

import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.Plugin;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What runs on the node and what should, at one moment.
 *
 * @param brokers connectors
 * @param adapters data adapters
 * @param scorers scorers
 * @param optimisers optimisers
 * @param strategies strategies by the PID of their configuration
 * @param states strategies as the engine has them
 * @param configured the file of each strategy's configuration, by PID
 * @param faults components that could not be made
 */
record Parts(
    List<BrokerConnector> brokers,
    List<DataAdapter> adapters,
    List<Scorer> scorers,
    List<Optimiser> optimisers,
    Map<String, Strategy> strategies,
    List<StrategyStatus> states,
    Map<String, String> configured,
    List<ComponentFaults.Fault> faults) {

  /** Bundles without which the node still trades with the others. */
  private static final String PLUGINS =
      "io\\.headgate\\.(data|features|scorers|strategies|optimisers|brokers)\\..*";

  /** What the container says of those who need what has failed. */
  private static final String CONSEQUENCE = "Unable to get service for reference";

  /** Everything that is not as it should be. */
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    components(found);
    brokers(found);
    sick(found, "data", adapters);
    sick(found, "scorer", scorers);
    sick(found, "optimiser", optimisers);
    strategies(found);
    return found;
  }

  private void components(List<Finding> found) {
    for (ComponentFaults.Fault fault : faults) {
      if (fault.message().startsWith(CONSEQUENCE)) {
        continue;
      }
      boolean plugin = fault.bundle().matches(PLUGINS);
      found.add(
          Finding.critical(
              "component." + fault.pid(),
              !plugin,
              "%s could not start: %s".formatted(fault.pid(), fault.message())));
    }
  }

  private void brokers(List<Finding> found) {
    if (brokers.isEmpty()) {
      found.add(
          Finding.critical(
              "plugin.broker",
              true,
              "no broker connector is there, every order is denied; look at etc/io.headgate.brokers.*.cfg and at bundle:list"));
    }
    boolean all = brokers.stream().allMatch(broker -> state(broker) == Health.State.DOWN);
    for (BrokerConnector broker : brokers) {
      sick(found, "broker", broker, all);
    }
  }

  private static void sick(List<Finding> found, String kind, Collection<? extends Plugin> some) {
    some.forEach(plugin -> sick(found, kind, plugin, false));
  }

  private static void sick(List<Finding> found, String kind, Plugin plugin, boolean stopsTrading) {
    Health health = healthOf(plugin);
    String key = "plugin.%s.%s".formatted(kind, plugin.name());
    String text = "%s %s: %s".formatted(kind, plugin.name(), health.reason());
    if (health.state() == Health.State.DOWN) {
      found.add(Finding.critical(key, stopsTrading, text));
    } else if (health.state() == Health.State.DEGRADED) {
      found.add(Finding.warning(key, text));
    }
  }

  private static Health.State state(Plugin plugin) {
    return healthOf(plugin).state();
  }

  /** A plug-in that throws here is unwell, and hides none of the others. */
  private static Health healthOf(Plugin plugin) {
    try {
      return plugin.health();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      return Health.down("it does not say how it is: " + e);
    }
  }

  private void strategies(List<Finding> found) {
    configured.forEach(
        (pid, file) -> {
          if (!strategies.containsKey(pid) && faults.stream().noneMatch(f -> f.pid().equals(pid))) {
            found.add(
                Finding.critical(
                    "plugin.strategy." + pid,
                    false,
                    "%s configures a strategy that no bundle makes; look at the file's name and at bundle:list"
                        .formatted(file)));
          }
        });
    // One that could not start is told by the engine; its alarm is the engine's too.
    Set<String> failed = new HashSet<>();
    for (StrategyStatus status : states) {
      if (status.state() == StrategyStatus.State.FAILED) {
        failed.add(status.name());
        found.add(
            Finding.critical(
                "", false, "strategy %s has failed: %s".formatted(status.name(), status.reason())));
      }
    }
    for (Strategy strategy : strategies.values()) {
      if (!failed.contains(strategy.name())) {
        sick(found, "strategy", strategy, false);
      }
    }
  }
}
