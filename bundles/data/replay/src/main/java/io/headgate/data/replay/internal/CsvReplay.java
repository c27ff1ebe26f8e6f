package io.headgate.data.replay.internal;

import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.FeedThread;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import java.nio.file.Path;
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
 * Recorded ticks and bars as a feed. Each start begins with the first row of the first file.
 *
 * <p>A configuration that cannot be used does not keep the service away: whoever starts the feed is
 * told what is wrong with it. A changed configuration counts from the next start; a run under way
 * goes on as it began.
 */
@Component(
    service = DataAdapter.class,
    configurationPid = ReplayConfig.PID,
    property = "name=" + CsvReplay.NAME)
@Designate(ocd = ReplayConfig.class)
public final class CsvReplay implements DataAdapter {

  static final String NAME = "replay";

  private static final Logger LOG = LoggerFactory.getLogger(CsvReplay.class);

  private final Clock clock;
  private final NodeInfo node;
  private final ReferenceData reference;
  private final Path base;
  private final FeedThread<Feed> feeds = new FeedThread<>("headgate-data-" + NAME);
  private final Object configuration = new Object();
  private @Nullable Settings settings;
  private volatile String problem = "";
  private volatile boolean usableOnce;

  /** Ready to start, if the configuration can be used. */
  @Activate
  public CsvReplay(
      @Reference Clock clock,
      @Reference NodeInfo node,
      @Reference ReferenceData reference,
      ReplayConfig config) {
    this(clock, node, reference, config, Path.of(System.getProperty("karaf.base", "")));
  }

  CsvReplay(Clock clock, NodeInfo node, ReferenceData reference, ReplayConfig config, Path base) {
    this.clock = clock;
    this.node = node;
    this.reference = reference;
    this.base = base.toAbsolutePath();
    configure(config);
  }

  /** Takes a changed configuration for the next start. */
  @Modified
  void modified(ReplayConfig config) {
    configure(config);
  }

  private void configure(ReplayConfig config) {
    synchronized (configuration) {
      try {
        settings = Settings.of(config, base);
        problem = "";
        usableOnce = true;
      } catch (IllegalArgumentException e) {
        settings = null;
        problem = String.valueOf(e.getMessage());
        LOG.debug("no replay can start: {}", problem);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the configuration cannot be used or its instrument is unknown
   */
  @Override
  public void start(MarketSink sink) {
    feeds.start(() -> feed(sink, usable()));
  }

  private Feed feed(MarketSink sink, Settings now) {
    boolean replaying = node.mode() == NodeInfo.Mode.REPLAY;
    Pace pace = new Pace(clock, now.delivery().speed());
    LOG.info("replay of {} starts: {}", now.instrument(), now.files().names());
    return new Feed(now, sink, new Outlet.Times(clock, pace, replaying));
  }

  private Settings usable() {
    Settings now;
    synchronized (configuration) {
      now = settings;
      if (now == null) {
        throw new IllegalStateException(problem);
      }
    }
    if (reference.instrument(now.instrument()) == null) {
      throw new IllegalStateException(
          "%s: instrument %s is not known; add it to the reference data, or name one that is"
              .formatted(CfgFile.NAME, now.instrument()));
    }
    return now;
  }

  @Override
  public void stop() {
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
    String failure = progress().failure();
    if (!failure.isEmpty()) {
      return Health.down(failure);
    }
    // As shipped it names no file, which is no trouble as long as nobody wants a replay.
    return usableOnce && !problem.isEmpty()
        ? Health.degraded(problem + "; until then no replay can start")
        : Health.UP;
  }
}
