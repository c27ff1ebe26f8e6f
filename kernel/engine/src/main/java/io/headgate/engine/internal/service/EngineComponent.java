package io.headgate.engine.internal.service;

import io.headgate.engine.internal.path.RiskServices;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.Strategy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ReferenceScope;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Makes the engine from the services of the platform, and lets plug-ins come and go. */
@Component(service = EngineHandle.class, immediate = true, configurationPid = EngineComponent.PID)
@Designate(ocd = EngineComponent.Config.class)
public final class EngineComponent implements EngineHandle {

  static final String PID = "io.headgate.engine";

  /** Settings in {@code etc/io.headgate.engine.cfg}. */
  @ObjectClassDefinition(name = "Headgate engine", description = "The order loop and its path")
  public @interface Config {

    @AttributeDefinition(
        description = "market data older than this denies an order, milliseconds, 1 to 86400000")
    long maxMarketAgeMillis() default 10_000;

    @AttributeDefinition(
        description =
            "a quoted exchange rate older than this denies an order that needs it, milliseconds, "
                + "1 to 604800000")
    long maxFxAgeMillis() default 600_000;

    @AttributeDefinition(
        description =
            "bound of a market order beyond the reference price where no price collar applies, "
                + "basis points, 1 to 5000")
    int marketOrderCollarBps() default 500;

    @AttributeDefinition(
        description = "currency in which the firm's gross exposure is kept, ISO 4217 code")
    String firmCurrency() default "USD";

    @AttributeDefinition(description = "intents that can wait, 16 to 1048576")
    int intentQueue() default 8_192;

    @AttributeDefinition(description = "market batches that can wait, 1 to 65536")
    int marketQueue() default 256;

    @AttributeDefinition(description = "commands that can wait for a connector, 16 to 1048576")
    int laneQueue() default 8_192;

    @AttributeDefinition(
        description =
            "longest time that one task of the order loop may take before the node halts, "
                + "milliseconds, 100 to 600000")
    long watchdogMillis() default 5_000;

    @AttributeDefinition(description = "ended orders kept in memory, 100 to 10000000")
    int endedOrdersKept() default 100_000;
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RuleGate ruleGate;

  private volatile @Nullable SharedPositions sharedPositions;
  private final Engine engine;
  private final EngineSettings first;
  private final SettingsInForce<EngineSettings> settings;

  /** Recovers and starts; throws, and so offers no service, if the journal cannot be used. */
  @Activate
  public EngineComponent(
      Config config,
      Map<String, Object> properties,
      @Reference PlatformServices platform,
      @Reference Limits limits,
      @Reference(scope = ReferenceScope.PROTOTYPE_REQUIRED) Rights rights) {
    first = EngineSettings.of(config, new ConfigFile(PID, properties));
    settings = SettingsInForce.of(first);
    RiskServices risk =
        new RiskServices(
            () -> {
              RuleGate gate = ruleGate;
              return gate == null ? null : gate.current();
            },
            limits,
            rights,
            key -> {
              SharedPositions shared = sharedPositions;
              return shared == null ? 0 : shared.othersQuantity(key);
            });
    engine = new Engine(platform.with(this::publish), risk, first);
    engine.start();
  }

  /** Takes changed settings while orders flow; wrong ones change nothing. */
  @Modified
  void modified(Config config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    if (settings.change(() -> EngineSettings.of(config, file))) {
      engine.settings(settings.now());
    }
  }

  @Override
  public Health configuration() {
    Health health = settings.health();
    return health.state() == Health.State.UP && settings.now().startsAs(first)
        ? health
        : settings.healthOf(first, "etc/" + PID + ".cfg");
  }

  private void publish(PositionShare share) {
    SharedPositions shared = sharedPositions;
    if (shared != null) {
      shared.publish(share);
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      updated = "updatedBroker")
  void addBroker(BrokerConnector connector) {
    engine.lanes().add(connector);
  }

  void updatedBroker(BrokerConnector connector) {
    engine.lanes().changed(connector);
  }

  void removeBroker(BrokerConnector connector) {
    engine.lanes().remove(connector);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      updated = "updatedStrategy")
  void addStrategy(Strategy strategy) {
    engine.withStrategies(
        host -> {
          host.add(strategy);
          return true;
        });
  }

  void updatedStrategy(Strategy strategy) {
    engine.withStrategies(
        host -> {
          host.changed(strategy);
          return true;
        });
  }

  void removeStrategy(Strategy strategy) {
    engine.withStrategies(
        host -> {
          host.remove(strategy);
          return true;
        });
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addScorer(Scorer scorer) {
    engine.advice().add(scorer);
  }

  void removeScorer(Scorer scorer) {
    engine.advice().remove(scorer);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addOptimiser(Optimiser optimiser) {
    engine.advice().add(optimiser);
  }

  void removeOptimiser(Optimiser optimiser) {
    engine.advice().remove(optimiser);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addFeatures(FeatureFactory factory) {
    engine.advice().add(factory);
  }

  void removeFeatures(FeatureFactory factory) {
    engine.advice().remove(factory);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setSharedPositions(SharedPositions shared) {
    sharedPositions = shared;
    engine.ask(
        state -> {
          engine.republishShares();
          return true;
        });
  }

  void unsetSharedPositions(SharedPositions shared) {
    if (sharedPositions == shared) {
      sharedPositions = null;
    }
  }

  @Deactivate
  void stop() {
    engine.close();
  }

  @Override
  public Engine engine() {
    return engine;
  }
}
