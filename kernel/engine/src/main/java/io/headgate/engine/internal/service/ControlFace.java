package io.headgate.engine.internal.service;

import io.headgate.engine.internal.strategy.StrategyHost;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.OrderCommand;
import io.headgate.spi.broker.Outbound;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.deploy.Deployments;
import io.headgate.spi.limits.RightsUse;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.monitor.StageLatency;
import io.headgate.spi.monitor.VerdictCount;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Market data in, commands out, and everything that ops hold on to. */
@Component(
    service = {
      MarketSink.class,
      Outbound.class,
      TradingControl.class,
      StrategyControl.class,
      EngineMonitor.class,
      HealthCheck.class
    })
public final class ControlFace
    implements MarketSink, Outbound, TradingControl, StrategyControl, EngineMonitor, HealthCheck {

  private final Engine engine;
  private final Supplier<Health> configured;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Deployments deployments;

  /** Shows a running engine. */
  @Activate
  public ControlFace(@Reference EngineHandle handle) {
    this(handle.engine(), handle::configuration);
  }

  ControlFace(Engine engine) {
    this(engine, () -> Health.UP);
  }

  private ControlFace(Engine engine, Supplier<Health> configuration) {
    this.engine = engine;
    this.configured = configuration;
  }

  @Override
  public void accept(MarketBatch batch) {
    engine.market(batch);
  }

  @Override
  public AutoCloseable onApproved(Consumer<OrderCommand> taker) {
    return engine.outbox().onApproved(taker);
  }

  @Override
  public void dispatch(String broker, OrderCommand command) {
    engine.outbox().dispatch(broker, command);
  }

  @Override
  public TradingState state() {
    return engine.control().state();
  }

  @Override
  public List<Restriction> restrictions() {
    return engine.control().restrictions();
  }

  @Override
  public CompletionStage<Integer> kill(ControlScope scope, String who, String why) {
    return engine.control().kill(scope, who, why);
  }

  @Override
  public CompletionStage<Restriction> rearm(ControlScope scope, String who, String why) {
    return engine.control().rearm(scope, who, why);
  }

  @Override
  public List<StrategyStatus> list() {
    Deployments jars = deployments;
    return RefusedStrategies.after(
        engine.withStrategies(StrategyHost::list), jars == null ? List.of() : jars.list());
  }

  @Override
  public void start(String name) {
    withStrategies(host -> host.start(name));
  }

  @Override
  public void stop(String name) {
    withStrategies(host -> host.stop(name));
  }

  private void withStrategies(Consumer<StrategyHost> action) {
    try {
      engine.withStrategies(
          host -> {
            action.accept(host);
            return true;
          });
    } catch (CompletionException e) {
      if (e.getCause() instanceof IllegalArgumentException unknown) {
        throw unknown;
      }
      throw e;
    }
  }

  @Override
  public EngineCounters counters() {
    return engine.ask(state -> state.counters().snapshot());
  }

  @Override
  public LatencySummary decisionLatency() {
    return engine.ask(state -> state.counters().latency());
  }

  @Override
  public List<StageLatency> stages() {
    return engine.stages().snapshot();
  }

  @Override
  public List<VerdictCount> verdicts() {
    return engine.ask(state -> state.counters().verdicts());
  }

  @Override
  public List<RightsUse> rights() {
    return engine.rights();
  }

  @Override
  public String stateHash() {
    return engine.ask(state -> state.hash().value(state.positions().all()));
  }

  @Override
  public boolean drain(long timeoutMillis) {
    return engine.drain(timeoutMillis);
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public Health check() {
    TradingState state = engine.control().state();
    return state == TradingState.ACTIVE
        ? configuration()
        : Health.degraded("the node is " + state + "; kill:list shows who and why");
  }

  @Override
  public Health configuration() {
    return configured.get();
  }
}
