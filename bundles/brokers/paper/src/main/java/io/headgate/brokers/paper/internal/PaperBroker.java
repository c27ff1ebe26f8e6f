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
import io.headgate.spi.plugin.Health;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session with the paper venue: carries commands to it with a latency. What is on the way when
 * the process dies never reaches the venue; what is on the way when the session is stopped does.
 */
@Component(service = BrokerConnector.class, configurationPid = "io.headgate.brokers.paper")
@Designate(ocd = PaperConfig.class)
public final class PaperBroker implements BrokerConnector {

  private static final Logger LOG = LoggerFactory.getLogger(PaperBroker.class);
  private static final String NAME = "paper";
  private static final VenueSnapshot NOTHING = new VenueSnapshot(Map.of(), Map.of());

  private final PaperSettings settings;
  private final boolean keepsLog;
  private @Nullable BrokerContext context;
  private @Nullable Venue venue;
  private Queue<Runnable> wire = new ArrayDeque<>();
  private volatile @Nullable Ledger ledger;
  private volatile String failure = "not started";

  /**
   * @throws IllegalArgumentException if the configuration is out of range; the message names file,
   *     key, value and range
   */
  @Activate
  public PaperBroker(PaperConfig config, Map<String, Object> properties, @Reference NodeInfo node) {
    this(PaperSettings.of(config, properties), node);
  }

  PaperBroker(PaperSettings settings, NodeInfo node) {
    this.settings = settings;
    this.keepsLog = node.mode() == NodeInfo.Mode.LIVE;
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
    Ledger open = ledger;
    String reason = open == null ? failure : open.failure();
    return reason.isEmpty() ? Health.UP : Health.down(reason);
  }

  @Override
  public boolean serves(String code) {
    return settings.serves(code);
  }

  @Override
  public void start(BrokerContext newContext) {
    context = newContext;
    wire = new ArrayDeque<>();
    open();
  }

  /** Opens the venue's log; tried again with each command while it fails. */
  private @Nullable Venue open() {
    BrokerContext session = context;
    if (venue != null || session == null) {
      return venue;
    }
    try {
      Ledger opened = keepsLog ? Ledger.inFolder(settings.stateFolder()) : Ledger.inMemory();
      Venue opening = new Venue(settings, NAME, session, opened);
      ledger = opened;
      failure = "";
      venue = opening;
      opening.resume();
      LOG.info(
          "Paper venue open with {} live orders", opened.book().snapshot().openOrders().size());
    } catch (IOException e) {
      String reason = "stateFolder %s: %s".formatted(settings.stateFolder(), e);
      if (!reason.equals(failure)) {
        LOG.error("The paper venue cannot open: {}", reason);
      }
      failure = reason;
    }
    return venue;
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
      throw new NotSentException("the paper venue is closed: " + failure);
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
    if (session == null) {
      return;
    }
    Queue<Runnable> line = wire;
    line.add(message);
    session
        .timers()
        .schedule(
            session.clock().epochNanos() + settings.latencyNanos(),
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
