package io.headgate.ops.internal.metrics;

import io.headgate.ops.internal.health.Shared;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.monitor.Metric;
import io.headgate.spi.monitor.Metrics;
import io.headgate.spi.monitor.StageLatency;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.plugin.PluginList;
import io.headgate.spi.positions.PositionQuery;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.time.Clock;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reads the node at most once a second and gives it to Micrometer's Prometheus registry. */
@Component(service = Metrics.class)
public final class PrometheusMetrics implements Metrics {

  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Samples samples = new Samples(registry);
  private final StageHistograms histograms = new StageHistograms();
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Shared<String> text;
  private final NodeInfo node;
  private final Alarms alarms;
  private final HealthBoard health;
  private final PluginList plugins;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable EngineMonitor monitor;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable TradingControl control;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Journal journal;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable PositionQuery positions;

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
  private volatile @Nullable RuleAdmin rules;

  /** Begins with what the process itself measures. */
  @Activate
  public PrometheusMetrics(
      @Reference NodeInfo node,
      @Reference Clock clock,
      @Reference Alarms alarms,
      @Reference HealthBoard health,
      @Reference PluginList plugins) {
    this.node = node;
    this.alarms = alarms;
    this.health = health;
    this.plugins = plugins;
    this.text = new Shared<>(this::scrape, clock::monotonicNanos, TimeUnit.SECONDS.toNanos(1));
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
    registry.getPrometheusRegistry().register(histograms);
  }

  @Deactivate
  void stop() {
    collections.close();
    registry.close();
  }

  @Override
  public String contentType() {
    return CONTENT_TYPE;
  }

  @Override
  public String text() {
    return text.get();
  }

  @Override
  public List<Metric> metrics() {
    return ExpositionText.read(text());
  }

  private String scrape() {
    samples.begin();
    samples.gauge(
        "headgate.node.info",
        "Always 1; the labels say which node this is",
        1,
        "node",
        node.id(),
        "version",
        node.version(),
        "mode",
        node.mode().name());
    FlowReadings.alarms(samples, alarms.active());
    FlowReadings.health(samples, health.report());
    FlowReadings.plugins(samples, plugins.plugins());
    EngineMonitor path = monitor;
    with(path, one -> PathReadings.counters(samples, one));
    with(path, one -> PathReadings.rights(samples, one));
    with(rules, one -> PathReadings.rules(samples, one));
    with(control, one -> state(one));
    Journal log = journal;
    with(log, one -> PathReadings.journal(samples, one));
    with(positions, one -> FlowReadings.positions(samples, one.positions()));
    with(routes, one -> FlowReadings.routes(samples, one.list()));
    with(strategies, one -> FlowReadings.strategies(samples, one.list()));
    histograms.take(
        path == null ? List.of() : path.stages(),
        log == null ? new StageLatency("sync", List.of(), 0) : log.syncs());
    samples.gauge(
        "headgate.metrics.dropped",
        "Values left out because a name had too many label sets",
        samples.dropped());
    samples.end();
    return registry.scrape(CONTENT_TYPE);
  }

  private void state(TradingControl trading) {
    samples.gauge(
        "headgate.trading.state", "0 active, 1 reducing, 2 halted", trading.state().ordinal());
    samples.gauge(
        "headgate.restrictions", "Kills and restrictions in force", trading.restrictions().size());
  }

  private static <T> void with(@Nullable T part, Consumer<T> reading) {
    if (part != null) {
      reading.accept(part);
    }
  }
}
