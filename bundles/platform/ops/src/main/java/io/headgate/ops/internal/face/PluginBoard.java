package io.headgate.ops.internal.face;

import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.deploy.Deployments;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.Plugin;
import io.headgate.spi.plugin.PluginList;
import io.headgate.spi.plugin.PluginStatus;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The plug-ins, as they come and go. */
@Component(service = PluginList.class)
public final class PluginBoard implements PluginList {

  private final Map<ServiceReference<?>, Known> known = new ConcurrentHashMap<>();

  private record Known(String kind, Plugin plugin, Bundle bundle) {}

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Deployments deployments;

  /** Empty until plug-ins come. */
  @Activate
  public PluginBoard() {}

  private void came(String kind, ServiceReference<?> reference, Plugin plugin) {
    known.put(reference, new Known(kind, plugin, reference.getBundle()));
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindData(ServiceReference<DataAdapter> reference, DataAdapter plugin) {
    came("data", reference, plugin);
  }

  void unbindData(ServiceReference<DataAdapter> reference) {
    known.remove(reference);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindScorer(ServiceReference<Scorer> reference, Scorer plugin) {
    came("scorer", reference, plugin);
  }

  void unbindScorer(ServiceReference<Scorer> reference) {
    known.remove(reference);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindStrategy(ServiceReference<Strategy> reference, Strategy plugin) {
    came("strategy", reference, plugin);
  }

  void unbindStrategy(ServiceReference<Strategy> reference) {
    known.remove(reference);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindOptimiser(ServiceReference<Optimiser> reference, Optimiser plugin) {
    came("optimiser", reference, plugin);
  }

  void unbindOptimiser(ServiceReference<Optimiser> reference) {
    known.remove(reference);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindBroker(ServiceReference<BrokerConnector> reference, BrokerConnector plugin) {
    came("broker", reference, plugin);
  }

  void unbindBroker(ServiceReference<BrokerConnector> reference) {
    known.remove(reference);
  }

  @Override
  public List<PluginStatus> plugins() {
    Deployments jars = deployments;
    return Stream.concat(
            known.values().stream().map(PluginBoard::status),
            (jars == null ? List.<Deployment>of() : jars.list())
                .stream()
                    .filter(jar -> jar.state() != Deployment.State.ACTIVE)
                    .map(PluginBoard::status))
        .sorted(Comparator.comparing(PluginStatus::kind).thenComparing(PluginStatus::name))
        .toList();
  }

  /** A jar of the deploy folder that does not run, or that another one has overtaken. */
  private static PluginStatus status(Deployment jar) {
    String reason = "deploy/%s is %s: %s".formatted(jar.file(), jar.state(), jar.reason());
    boolean harmless =
        jar.state() == Deployment.State.OLDER || jar.state() == Deployment.State.STARTING;
    return new PluginStatus(
        jar.kind(),
        jar.name().isEmpty() ? jar.file() : jar.name().substring(jar.name().lastIndexOf('.') + 1),
        jar.name(),
        jar.version(),
        harmless ? Health.degraded(reason) : Health.down(reason));
  }

  private static PluginStatus status(Known one) {
    String name;
    Health health;
    try {
      name = one.plugin().name();
      health = one.plugin().health();
    } catch (RuntimeException | LinkageError e) {
      name = one.plugin().getClass().getSimpleName();
      health = Health.down("its health could not be asked: " + e);
    }
    Bundle bundle = one.bundle();
    return new PluginStatus(
        one.kind(),
        name,
        bundle == null ? "" : String.valueOf(bundle.getSymbolicName()),
        bundle == null ? "" : String.valueOf(bundle.getVersion()),
        health);
  }
}
