package io.headgate.rules.drools.internal;

import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.rules.drools.internal.load.RuleStore;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.rules.RuleSet;
import io.headgate.spi.rules.RuleStatus;
import io.headgate.spi.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The rules of this node: reads, compiles and watches them on a thread of its own, at the lowest
 * priority; orders only ever read one reference.
 */
@Component(
    service = {RuleGate.class, RuleAdmin.class, HealthCheck.class},
    configurationPid = DroolsRules.PID,
    immediate = true)
@Designate(ocd = RulesConfig.class)
public final class DroolsRules implements RuleGate, RuleAdmin, HealthCheck {

  static final String PID = "io.headgate.rules";

  private static final long STOP_SECONDS = 10;

  private final RulesSettings running;
  private final SettingsInForce<RulesSettings> configured;
  private final RuleStore store;
  private final boolean watching;
  private final ScheduledExecutorService worker;
  private final Future<?> polling;

  /** Starts to load at once and returns before it is done. */
  @Activate
  public DroolsRules(
      @Reference Clock clock,
      @Reference Alarms alarms,
      @Reference EventPublisher events,
      @Reference NodeInfo node,
      RulesConfig config,
      Map<String, Object> properties) {
    this(
        RulesSettings.of(config, new ConfigFile(PID, properties)),
        new Notices(clock, alarms, events),
        node.mode() == NodeInfo.Mode.LIVE);
  }

  /**
   * @param watching whether files are looked at again once a set serves; not in a replay, which
   *     must decide by one set from its first to its last order
   */
  DroolsRules(RulesSettings settings, Notices notices, boolean watching) {
    this.running = settings;
    this.configured = SettingsInForce.of(settings);
    this.watching = watching;
    this.store =
        new RuleStore(
            settings.folder(),
            new Loader(
                new RuleCompiler(settings.lift())::compile,
                settings.comparedOrders(),
                settings.warmUpEvaluations()),
            notices);
    this.worker = Executors.newSingleThreadScheduledExecutor(DroolsRules::compileThread);
    worker.execute(store::apply);
    this.polling =
        worker.scheduleWithFixedDelay(
            this::poll, settings.pollMillis(), settings.pollMillis(), TimeUnit.MILLISECONDS);
  }

  // Correctness does not rest on the priority; it only leaves the processor to orders where it can.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread compileThread(Runnable task) {
    Thread thread = new Thread(task, "headgate-rules");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** The set that serves goes on: a changed configuration counts from the next start. */
  @Modified
  void modified(RulesConfig config, Map<String, Object> properties) {
    configured.change(() -> RulesSettings.of(config, new ConfigFile(PID, properties)));
  }

  @Override
  public Health configuration() {
    return configured.healthOf(running, "etc/" + PID + ".cfg");
  }

  private void poll() {
    if (watching || store.current() == null) {
      store.poll();
    }
  }

  @Override
  public @Nullable RuleSet current() {
    return store.current();
  }

  @Override
  public RuleStatus status() {
    return store.status();
  }

  @Override
  public RuleStatus reload() {
    try {
      worker.submit(store::apply).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the rules are being stopped", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the rules could not be loaded", e.getCause());
    }
    return store.status();
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public Health check() {
    RuleStatus status = store.status();
    if (status.hash().isEmpty()) {
      return Health.down(
          status.faults().isEmpty()
              ? "the rules are being compiled; orders are denied until then"
              : "no rule set serves, orders are denied: " + status.faults().get(0));
    }
    return status.faults().isEmpty()
        ? configuration()
        : Health.degraded("rule files refused: " + status.faults().get(0));
  }

  /** Stops watching; from now on there are no rules, and orders are denied. */
  @Deactivate
  void deactivate() {
    store.close();
    polling.cancel(false);
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "rules are still being compiled after " + STOP_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
