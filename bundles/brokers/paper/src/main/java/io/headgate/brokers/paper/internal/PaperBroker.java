package io.headgate.brokers.paper.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
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
 * The session with the paper venue: carries commands to it with a latency. What is on the way when
 * the process dies never reaches the venue; what is on the way when the session is stopped does.
 * Changed settings take effect by stop and start: the venue's orders are in its log.
 */
@Component(service = BrokerConnector.class, configurationPid = PaperBroker.PID)
@Designate(ocd = PaperConfig.class)
public final class PaperBroker implements BrokerConnector {

  private static final Logger LOG = LoggerFactory.getLogger(PaperBroker.class);
  static final String PID = "io.headgate.brokers.paper";

  private static final String NAME = "paper";
  private static final VenueSnapshot NOTHING = new VenueSnapshot(Map.of(), Map.of());

  private final SettingsInForce<PaperSettings> settings;
  private final boolean keepsLog;
  private @Nullable PaperSettings running;
  private @Nullable BrokerContext context;
  private @Nullable Venue venue;
  private Queue<Runnable> wire = new ArrayDeque<>();
  private volatile @Nullable Ledger ledger;
  private volatile String failure = "not started";

  /** With a wrong configuration too: it then serves nothing and says why. */
  @Activate
  public PaperBroker(PaperConfig config, Map<String, Object> properties, @Reference NodeInfo node) {
    this(
        SettingsInForce.tried(() -> PaperSettings.of(config, new ConfigFile(PID, properties))),
        node);
  }

  PaperBroker(PaperSettings settings, NodeInfo node) {
    this(SettingsInForce.of(settings), node);
  }

  private PaperBroker(SettingsInForce<PaperSettings> settings, NodeInfo node) {
    this.settings = settings;
    this.keepsLog = node.mode() == NodeInfo.Mode.LIVE;
  }

  /** Takes a changed configuration if it is right; the engine then stops and starts the session. */
  @Modified
  void modified(PaperConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    settings.change(() -> sameFolder(PaperSettings.of(config, file), file));
  }

  /** The venue's orders are where they are: in another folder they would be gone. */
  private PaperSettings sameFolder(PaperSettings changed, ConfigFile file) {
    if (settings.isUsable() && !settings.now().stateFolder().equals(changed.stateFolder())) {
      throw file.wrong(
          "stateFolder",
          "%s while the node runs, because the venue's orders are there (stop the node to change it)"
              .formatted(settings.now().stateFolder()));
    }
    return changed;
  }

  @Deactivate
  void deactivate() {
    Ledger open = ledger;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Health health() {
    Health configured = settings.health();
    if (!settings.isUsable()) {
      return configured;
    }
    Ledger open = ledger;
    String reason = open == null ? failure : open.failure();
    return reason.isEmpty() ? configured : Health.down(reason);
  }

  @Override
  public long generation() {
    return settings.generation();
  }

  @Override
  public boolean serves(String code) {
    return settings.isUsable() && settings.now().serves(code);
  }

  @Override
  public void start(BrokerContext newContext) {
    running = settings.isUsable() ? settings.now() : null;
    context = newContext;
    wire = new ArrayDeque<>();
    open();
  }

  /** Opens the venue's log; tried again with each command while it fails. */
  private @Nullable Venue open() {
    BrokerContext session = context;
    PaperSettings with = running;
    if (venue != null || session == null || with == null) {
      return venue;
    }
    try {
      Ledger opened = keepsLog ? Ledger.inFolder(with.stateFolder()) : inMemory();
      Venue opening = new Venue(with, NAME, session, opened);
      ledger = opened;
      failure = "";
      venue = opening;
      opening.resume();
      LOG.info(
          "Paper venue open with {} live orders", opened.book().snapshot().openOrders().size());
    } catch (IOException e) {
      String reason = "stateFolder %s: %s".formatted(with.stateFolder(), e);
      if (!reason.equals(failure)) {
        LOG.error("The paper venue cannot open: {}", reason);
      }
      failure = reason;
    }
    return venue;
  }

  /** Without a log the book itself outlives the session, as the venue does. */
  private Ledger inMemory() {
    Ledger before = ledger;
    return before == null ? Ledger.inMemory() : before;
  }

  @Override
  public void stop() {
    for (Runnable next = wire.poll(); next != null; next = wire.poll()) {
      next.run();
    }
    if (venue != null) {
      venue.stop();
      venue = null;
    }
    context = null;
    Ledger open = ledger;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void send(OrderCommand command) throws NotSentException {
    Venue open = open();
    if (open == null) {
      throw new NotSentException("the paper venue is closed: " + health().reason());
    }
    carry(() -> open.arrive(command));
  }

  @Override
  public void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {
    Venue open = open();
    if (open != null) {
      carry(() -> open.status(clOrdId, instrument, side));
    }
  }

  /** Messages arrive in the order in which they were sent, each after the latency. */
  private void carry(Runnable message) {
    BrokerContext session = context;
    PaperSettings with = running;
    if (session == null || with == null) {
      return;
    }
    Queue<Runnable> line = wire;
    line.add(message);
    session
        .timers()
        .schedule(
            session.clock().epochNanos() + with.latencyNanos(),
            () -> {
              Runnable next = line.poll();
              if (next != null) {
                next.run();
              }
            });
  }

  @Override
  public boolean wantsMarket() {
    return true;
  }

  @Override
  public void onMarket(MarketBatch batch, int from, int to) {
    if (venue != null) {
      venue.onMarket(batch, from, to);
    }
  }

  @Override
  public VenueSnapshot snapshot() {
    Ledger open = ledger;
    return open == null ? NOTHING : open.book().snapshot();
  }
}
