package io.headgate.testkit.venue;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.broker.VenueSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A venue that does what the test says: by a {@link Reaction} to each command, or step by step. It
 * repeats, reorders, holds and loses reports, and loses its connection before or after a command
 * has reached it. Every method is safe from every thread.
 */
public final class VenueSimulator implements BrokerConnector {

  /** State of the connection. */
  public enum Link {
    /** Works. */
    UP,
    /** Commands certainly do not arrive; reports are lost. */
    DOWN,
    /** Commands may not have arrived, and did not; reports are lost. */
    BREAKS_BEFORE_DELIVERY,
    /** Commands may not have arrived, and did; reports are lost. */
    BREAKS_AFTER_DELIVERY
  }

  private final String name;
  private final Set<String> venues;
  private final List<OrderCommand> commands = new ArrayList<>();
  private Reaction reaction = Reaction.ACKNOWLEDGE;
  private Link link = Link.UP;
  private @Nullable VenueWire wire;
  private @Nullable VenueBook book;

  /**
   * @param name name of the connector
   * @param venues venue codes that it serves; none: every venue
   */
  public VenueSimulator(String name, String... venues) {
    this.name = name;
    this.venues = Set.of(venues);
  }

  /** What it does with the next commands. */
  public synchronized VenueSimulator reacting(Reaction newReaction) {
    reaction = newReaction;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean serves(String venue) {
    return venues.isEmpty() || venues.contains(venue);
  }

  @Override
  public boolean wantsMarket() {
    return true;
  }

  @Override
  public synchronized void start(BrokerContext context) {
    wire = new VenueWire(context.executions());
    if (book == null) {
      book = new VenueBook(name, context);
    } else {
      book.restart(context);
    }
  }

  @Override
  public synchronized void stop() {
    wire().cut(true);
  }

  @Override
  public synchronized void send(OrderCommand command) throws NotSentException {
    if (link == Link.DOWN) {
      throw new NotSentException("no connection");
    }
    if (link != Link.BREAKS_BEFORE_DELIVERY) {
      commands.add(command);
      if (book().take(command)) {
        reaction.react(this, command);
      } else if (command instanceof OrderCommand.Send) {
        report(book().refusal(command, ExecType.REJECTED, "ClOrdID or OrigClOrdID not acceptable"));
      } else {
        report(book().refusal(command, ExecType.CANCEL_REJECTED, "unknown or finished order"));
      }
    }
    if (link != Link.UP) {
      throw new IllegalStateException("connection lost while sending");
    }
  }

  @Override
  public synchronized void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {
    VenueOrder order = book().find(clOrdId);
    if (order == null) {
      report(book().neverSeen(clOrdId, instrument, side));
      return;
    }
    order.trades.forEach(this::report);
    report(book().state(order, order.clOrdId, ExecType.ORDER_STATUS, ""));
  }

  @Override
  public synchronized void onMarket(MarketBatch batch, int from, int to) {
    book().onMarket(batch, from, to);
  }

  @Override
  public synchronized VenueSnapshot snapshot() {
    return book().snapshot();
  }

  // What the test does on the venue's behalf.

  /** Accepts a new order. */
  public synchronized void accept(ClOrdId clOrdId) {
    VenueOrder order = book().get(clOrdId);
    if (order.status == OrdStatus.PENDING_NEW) {
      order.settle();
    }
    report(book().state(order, clOrdId, ExecType.NEW, ""));
  }

  /** Refuses a new order. */
  public synchronized void reject(ClOrdId clOrdId, String text) {
    VenueOrder order = book().get(clOrdId);
    order.status = OrdStatus.REJECTED;
    report(book().state(order, clOrdId, ExecType.REJECTED, text));
  }

  /**
   * Fills an order, in part or more than it asked for.
   *
   * @param quantity nine decimals
   * @param price nine decimals; 0: the order's limit, or the market for a market order
   */
  public synchronized void fill(ClOrdId clOrdId, long quantity, long price) {
    report(book().fill(book().get(clOrdId), clOrdId, quantity, price));
  }

  /** Fills what is left of an order; nothing happens if nothing is. */
  public synchronized void fillRest(ClOrdId clOrdId) {
    long leaves = leavesQty(clOrdId);
    if (leaves > 0) {
      fill(clOrdId, leaves, 0);
    }
  }

  /** Takes the order's latest trade back. */
  public synchronized void bust(ClOrdId clOrdId) {
    report(book().bust(book().get(clOrdId), clOrdId));
  }

  /** Cancels an order, asked for under this ClOrdID or on the venue's own account. */
  public synchronized void cancel(ClOrdId clOrdId) {
    end(clOrdId, OrdStatus.CANCELED, ExecType.CANCELED);
  }

  /** Lets an order expire. */
  public synchronized void expire(ClOrdId clOrdId) {
    end(clOrdId, OrdStatus.EXPIRED, ExecType.EXPIRED);
  }

  private void end(ClOrdId clOrdId, OrdStatus status, ExecType type) {
    VenueOrder order = book().get(clOrdId);
    order.status = status;
    report(book().state(order, clOrdId, type, ""));
  }

  /** Accepts the replace that was asked for under this ClOrdID. */
  public synchronized void replace(ClOrdId clOrdId) {
    VenueOrder order = book().applyReplace(clOrdId);
    report(book().state(order, clOrdId, ExecType.REPLACED, ""));
  }

  /** Refuses the replace or cancel that was asked for under this ClOrdID. */
  public synchronized void refuseChange(ClOrdId clOrdId, String text) {
    report(book().refuseChange(clOrdId, text));
  }

  /** What can still fill of an order, nine decimals; 0 for one that the venue does not hold. */
  public synchronized long leavesQty(ClOrdId clOrdId) {
    VenueOrder order = book().find(clOrdId);
    return order == null ? 0 : order.leavesQty();
  }

  /** Every command that reached the venue, in order. */
  public synchronized List<OrderCommand> commands() {
    return List.copyOf(commands);
  }

  // What happens to the wire.

  /** Changes the connection. */
  public synchronized void link(Link newLink) {
    link = newLink;
    wire().cut(newLink != Link.UP);
  }

  /** Keeps reports back until they are released. */
  public synchronized void hold() {
    wire().hold();
  }

  /** Delivers what was kept back, in order. */
  public synchronized void release() {
    wire().release();
  }

  /** Delivers what was kept back in an order that follows from the seed. */
  public synchronized void releaseShuffled(long seed) {
    wire().releaseShuffled(seed);
  }

  /** Delivers every report so many times from now on. */
  public synchronized void copies(int number) {
    wire().copies(number);
  }

  /** Sends again what the sink could not make durable. */
  public synchronized void resendRefused() {
    wire().resendRefused();
  }

  /** Reports lost on a broken connection. */
  public synchronized long lostReports() {
    return wire().lost();
  }

  private void report(ExecutionReport report) {
    wire().report(report);
  }

  private VenueWire wire() {
    if (wire == null) {
      throw new IllegalStateException("the venue simulator was not started");
    }
    return wire;
  }

  private VenueBook book() {
    if (book == null) {
      throw new IllegalStateException("the venue simulator was not started");
    }
    return book;
  }
}
