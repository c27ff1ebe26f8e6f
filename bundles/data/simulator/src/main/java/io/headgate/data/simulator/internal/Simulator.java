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
  private final Settings settings;
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
    this(clock, node, reference, Settings.of(config));
  }

  Simulator(Clock clock, NodeInfo node, ReferenceData reference, Settings settings) {
    this.clock = clock;
    this.node = node;
    this.reference = reference;
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized void start(MarketSink sink) {
    Thread runner = thread;
    Feed last = feed;
    if (runner != null && last != null && runner.isAlive()) {
      if (!last.halted()) {
        return;
      }
      Feed.join(runner);
    }
    if (market == null || (last != null && last.finished())) {
      market = new Market(settings, instruments());
    }
    boolean replaying = node.mode() == NodeInfo.Mode.REPLAY;
    Feed next = new Feed(market, settings.delivery(), sink, clock, replaying);
    Thread fresh = new Thread(next, "headgate-data-" + NAME);
    fresh.setDaemon(true);
    feed = next;
    thread = fresh;
    LOG.info("simulator starts at tick {}, seed {}", market.ticks(), settings.seed());
    fresh.start();
  }

  @Override
  public void stop() {
    Thread runner = thread;
    Feed running = feed;
    if (running != null) {
      running.halt();
    }
    // The sink itself may stop the feed that calls it: its thread ends when that call returns.
    if (runner != null && runner != Thread.currentThread()) {
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

  private List<Instrument> instruments() {
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
