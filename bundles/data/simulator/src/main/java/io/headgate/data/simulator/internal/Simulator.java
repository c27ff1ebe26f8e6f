package io.headgate.data.simulator.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A seeded market of many instruments as a feed.
 *
 * <p>A stop is a pause: the next start goes on with the market where it stood, so that prices do
 * not jump when a route is suspended. After the last of {@code maxTicks}, a start begins anew. With
 * the same seed and settings the ticks are the same, bit for bit; only live, paced runs carry the
 * times at which they ran.
 */
@Component(
    service = DataAdapter.class,
    configurationPid = SimulatorConfig.PID,
    property = "name=" + Simulator.NAME)
@Designate(ocd = SimulatorConfig.class)
public final class Simulator implements DataAdapter {

  static final String NAME = "simulator";

  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
  private static final String VENUE = "SIM";

  private final Clock clock;
  private final NodeInfo node;
  private final ReferenceData reference;
  private final Object lifeCycle = new Object();
  private volatile Settings settings;
  private volatile String refusedChange = "";
  private @Nullable MarketSink wanted;
  private @Nullable Market market;
  private volatile @Nullable Feed feed;
  private volatile @Nullable Thread thread;

  /**
   * Ready to start.
   *
   * @throws IllegalArgumentException if a value of the configuration is out of range
   */
  @Activate
  public Simulator(
      @Reference Clock clock,
      @Reference NodeInfo node,
      @Reference ReferenceData reference,
      SimulatorConfig config) {
    this.clock = clock;
    this.node = node;
    this.reference = reference;
    this.settings = Settings.of(config);
  }

  /**
   * Begins a new market with a changed configuration; where that is wrong, the old market goes on.
   */
  @Modified
  void modified(SimulatorConfig config) {
    try {
      Settings changed = Settings.of(config);
      instruments(changed);
      synchronized (lifeCycle) {
        MarketSink sink = wanted;
        halt();
        settings = changed;
        market = null;
        if (sink != null) {
          begin(sink);
        }
      }
      refusedChange = "";
    } catch (IllegalArgumentException | IllegalStateException e) {
      refusedChange = "the changed configuration is not in force: " + e.getMessage();
      LOG.error("simulator: {}", refusedChange);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start(MarketSink sink) {
    synchronized (lifeCycle) {
      Thread runner = thread;
      Feed last = feed;
      if (runner != null && last != null && runner.isAlive()) {
        if (!last.halted() && !last.progress().finished()) {
          return;
        }
        // It has said that it is done; its thread needs a moment more.
        Feed.join(runner);
      }
      begin(sink);
      wanted = sink;
    }
  }

  private void begin(MarketSink sink) {
    Feed last = feed;
    if (market == null || (last != null && last.finished())) {
      market = new Market(settings, instruments(settings));
      last = null;
    }
    Settings.Delivery delivery = settings.delivery();
    boolean paced = delivery.paced() && node.mode() == NodeInfo.Mode.LIVE;
    long before = last == null ? 0 : last.delivered();
    Feed next = new Feed(market, delivery, sink, clock, before, paced);
    Thread fresh = new Thread(next, "headgate-data-" + NAME);
    fresh.setDaemon(true);
    feed = next;
    thread = fresh;
    LOG.info("simulator starts at tick {}, seed {}", market.ticks(), settings.seed());
    fresh.start();
  }

  @Override
  public void stop() {
    Feed running = feed;
    if (running != null) {
      running.halt();
    }
    // The sink itself may stop the feed that calls it: its thread ends when that call returns.
    if (Thread.currentThread() != thread) {
      synchronized (lifeCycle) {
        wanted = null;
        halt();
      }
    }
  }

  private void halt() {
    Thread runner = thread;
    Feed running = feed;
    if (running != null && runner != null) {
      running.halt();
      Feed.join(runner);
    }
  }

  /** Ends the feed with the component. */
  @Deactivate
  void deactivate() {
    stop();
  }

  @Override
  public FeedProgress progress() {
    Feed running = feed;
    return running == null ? new FeedProgress(0, 0, 0, Map.of(), false, "") : running.progress();
  }

  @Override
  public Health health() {
    Feed running = feed;
    if (!refusedChange.isEmpty()) {
      return Health.degraded(refusedChange);
    }
    if (running == null) {
      return Health.UP;
    }
    String failure = running.progress().failure();
    if (!failure.isEmpty()) {
      return Health.down(failure + "; start its route again when the cause is gone");
    }
    return running.behind()
        ? Health.degraded(
            "the engine takes fewer than ticksPerSecond=%d; lower it in etc/%s.cfg"
                .formatted(settings.delivery().ticksPerSecond(), SimulatorConfig.PID))
        : Health.UP;
  }

  private List<Instrument> instruments(Settings settings) {
    if (settings.instruments().isEmpty()) {
      List<Instrument> ofVenue =
          reference.instruments().stream().filter(i -> i.id().venue().equals(VENUE)).toList();
      if (ofVenue.isEmpty()) {
        throw new IllegalStateException(
            "no instrument of venue SIM is known; add some to the reference data, or name known"
                + " ones under 'instruments' in etc/%s.cfg".formatted(SimulatorConfig.PID));
      }
      return ofVenue;
    }
    List<Instrument> wanted = new ArrayList<>();
    for (InstrumentId id : settings.instruments()) {
      Instrument instrument = reference.instrument(id);
      if (instrument == null) {
        throw new IllegalStateException(
            ("instrument %s, named under 'instruments' in etc/%s.cfg, is not known; add it to the"
                    + " reference data or remove it there")
                .formatted(id, SimulatorConfig.PID));
      }
      wanted.add(instrument);
    }
    return wanted;
  }
}
