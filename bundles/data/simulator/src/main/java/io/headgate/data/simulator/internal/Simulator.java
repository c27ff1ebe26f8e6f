package io.headgate.data.simulator.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.FeedThread;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
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
  private final FeedThread<Feed> feeds = new FeedThread<>("headgate-data-" + NAME);
  private final SettingsInForce<Settings> settings;
  private volatile @Nullable MarketSink wanted;
  private @Nullable Market market;

  /** Ready to start, if the configuration can be used; else whoever starts it is told why not. */
  @Activate
  public Simulator(
      @Reference Clock clock,
      @Reference NodeInfo node,
      @Reference ReferenceData reference,
      SimulatorConfig config) {
    this.clock = clock;
    this.node = node;
    this.reference = reference;
    this.settings = SettingsInForce.tried(() -> Settings.of(config));
  }

  /**
   * Begins a new market with a changed configuration; where that is wrong, the old market goes on.
   */
  @Modified
  void modified(SimulatorConfig config) {
    if (settings.change(() -> usable(Settings.of(config)))) {
      feeds.change(
          () -> {
            market = null;
            MarketSink sink = wanted;
            if (sink != null) {
              feeds.start(() -> feed(sink));
            }
          });
    }
  }

  private Settings usable(Settings changed) {
    List<Instrument> known = instruments(changed);
    LOG.debug("simulator: changed settings for {} instruments", known.size());
    return changed;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start(MarketSink sink) {
    feeds.start(
        () -> {
          Feed next = feed(sink);
          wanted = sink;
          return next;
        });
  }

  /** Goes on with the market where it stands, or begins a new one where it has ended. */
  private Feed feed(MarketSink sink) {
    Settings now = settings.now();
    Feed last = feeds.latest();
    Market goesOn = market;
    boolean anew = goesOn == null || (last != null && last.finished());
    Market next = anew || goesOn == null ? new Market(now, instruments(now)) : goesOn;
    market = next;
    boolean paced = now.delivery().paced() && node.mode() == NodeInfo.Mode.LIVE;
    long before = anew || last == null ? 0 : last.delivered();
    LOG.info("simulator starts at tick {}, seed {}", next.ticks(), now.seed());
    return new Feed(next, now.delivery(), sink, clock, before, paced);
  }

  @Override
  public void stop() {
    wanted = null;
    feeds.stop();
  }

  /** Ends the feed with the component. */
  @Deactivate
  void deactivate() {
    stop();
  }

  @Override
  public FeedProgress progress() {
    Feed running = feeds.latest();
    return running == null ? new FeedProgress(0, 0, 0, Map.of(), false, "") : running.progress();
  }

  @Override
  public Health health() {
    Feed running = feeds.latest();
    Health configured = settings.health();
    if (configured.state() != Health.State.UP) {
      return configured;
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
                .formatted(settings.now().delivery().ticksPerSecond(), SimulatorConfig.PID))
        : Health.UP;
  }

  @Override
  public long generation() {
    return settings.generation();
  }

  private List<Instrument> instruments(Settings wanted) {
    if (wanted.instruments().isEmpty()) {
      List<Instrument> ofVenue =
          reference.instruments().stream().filter(i -> i.id().venue().equals(VENUE)).toList();
      if (ofVenue.isEmpty()) {
        throw new IllegalStateException(
            "no instrument of venue SIM is known; add some to the reference data, or name known"
                + " ones under 'instruments' in etc/%s.cfg".formatted(SimulatorConfig.PID));
      }
      return ofVenue;
    }
    List<Instrument> found = new ArrayList<>();
    for (InstrumentId id : wanted.instruments()) {
      Instrument instrument = reference.instrument(id);
      if (instrument == null) {
        throw new IllegalStateException(
            ("instrument %s, named under 'instruments' in etc/%s.cfg, is not known; add it to the"
                    + " reference data or remove it there")
                .formatted(id, SimulatorConfig.PID));
      }
      found.add(instrument);
    }
    return found;
  }
}
