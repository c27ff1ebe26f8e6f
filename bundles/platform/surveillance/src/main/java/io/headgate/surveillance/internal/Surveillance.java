package io.headgate.surveillance.internal;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Reads the stream of decisions and executions behind the order path, on the stream's own thread,
 * and raises alarms; no order waits for it, and none is denied by it.
 */
@Component(service = HealthCheck.class, configurationPid = Surveillance.PID, immediate = true)
@Designate(ocd = SurveillanceConfig.class)
public final class Surveillance implements HealthCheck {

  static final String PID = "io.headgate.surveillance";

  /** Events that may wait; beyond them the oldest is dropped, and the health says so. */
  private static final int CAPACITY = 65_536;

  private final SettingsInForce<SurveillanceSettings> settings;
  private final NearLimits nearLimits;
  private final WashTrades washTrades;
  private final Layering layering;
  private final EventStream.Subscription subscription;
  private final ScheduledExecutorService timer;
  private final Future<?> ticking;
  private long forgotten;

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  @Activate
  public Surveillance(
      @Reference EventStream stream,
      @Reference Alarms alarms,
      @Reference Clock clock,
      SurveillanceConfig config,
      Map<String, Object> properties) {
    this(stream, alarms, clock, SurveillanceSettings.of(config, new ConfigFile(PID, properties)));
  }

  Surveillance(EventStream stream, Alarms alarms, Clock clock, SurveillanceSettings first) {
    this.settings = SettingsInForce.of(first);
    this.nearLimits = new NearLimits(alarms);
    this.washTrades = new WashTrades(alarms);
    this.layering = new Layering(alarms);
    this.subscription = stream.subscribe("surveillance", CAPACITY, this::take);
    this.timer = Executors.newSingleThreadScheduledExecutor(Surveillance::thread);
    this.ticking =
        timer.scheduleWithFixedDelay(() -> tick(clock.epochNanos()), 1, 1, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "headgate-surveillance");
    thread.setDaemon(true);
    return thread;
  }

  /** Changed settings count from the next event on. */
  @Modified
  void modified(SurveillanceConfig config, Map<String, Object> properties) {
    settings.change(() -> SurveillanceSettings.of(config, new ConfigFile(PID, properties)));
  }

  private void take(NodeEvent event) {
    if (event instanceof NodeEvent.Decided decided) {
      nearLimits.decided(decided.decision());
    } else if (event instanceof NodeEvent.Executed executed) {
      executed(executed);
    }
  }

  private void executed(NodeEvent.Executed event) {
    forget(event.timestamp());
    ExecutionReport report = event.report();
    if (report.execType() == ExecType.TRADE) {
      Trade trade = Trade.of(event.order(), report, event.timestamp());
      washTrades.traded(trade, settings.now());
      layering.traded(trade, settings.now());
    } else if (report.execType() == ExecType.CANCELED && event.order().cumQty() == 0) {
      layering.withdrawn(event.order(), event.timestamp(), settings.now());
    }
  }

  /** Once a window, on the stream's thread: what is over takes no memory. */
  private void forget(long now) {
    SurveillanceSettings current = settings.now();
    if (now - forgotten >= current.windowNanos()) {
      forgotten = now;
      washTrades.forget(now, current);
      layering.forget(now, current);
    }
  }

  /** How much is remembered of trades and cancels; on the stream's thread. */
  int remembered() {
    return washTrades.size() + layering.size();
  }

  void tick(long now) {
    nearLimits.tick(now, settings.now().quietNanos());
  }

  @Override
  public String name() {
    return "surveillance";
  }

  @Override
  public Health check() {
    long dropped = subscription.dropped();
    return dropped == 0
        ? configuration()
        : Health.degraded(
            dropped
                + " events were dropped because surveillance was too slow; patterns among them were"
                + " not seen, the journal has them");
  }

  @Override
  public Health configuration() {
    return settings.health();
  }

  /** Stops reading. */
  @Deactivate
  void close() {
    ticking.cancel(false);
    timer.shutdownNow();
    subscription.close();
  }
}
