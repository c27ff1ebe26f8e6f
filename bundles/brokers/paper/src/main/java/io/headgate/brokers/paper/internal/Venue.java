package io.headgate.brokers.paper.internal;

import io.headgate.model.execution.ExecType;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.time.Timers.Timer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue's side of the session: what it does with commands when they arrive. Lane only. */
final class Venue {

  private static final Logger LOG = LoggerFactory.getLogger(Venue.class);
  private static final String FAILED = "the venue cannot keep its log: ";

  private final PaperSettings settings;
  private final BrokerContext context;
  private final Ledger ledger;
  private final Reporter reporter;
  private final Matcher matcher;
  private final Chance chance;
  private final Map<ClOrdId, Timer> expiries = new HashMap<>();

  Venue(PaperSettings settings, String broker, BrokerContext context, Ledger ledger) {
    this.settings = settings;
    this.context = context;
    this.ledger = ledger;
    this.reporter = new Reporter(broker, context);
    this.matcher = new Matcher(settings, context, ledger, reporter);
    this.chance = new Chance(settings.seed());
  }

  /** Goes on with the orders that the log holds. */
  void resume() {
    for (PaperOrder order : ledger.book().liveOrders()) {
      if (order.isImmediate()) {
        end(order, order.latest(), OrdStatus.CANCELED, "not filled at once");
      } else {
        matcher.rest(order);
        awaitExpiry(order);
      }
    }
  }

  /** A command has arrived. */
  void arrive(OrderCommand command) {
    if (command instanceof OrderCommand.Send send) {
      open(send.clOrdId(), send.order());
    } else if (command instanceof OrderCommand.Replace replace) {
      replace(replace);
    } else {
      cancel((OrderCommand.Cancel) command);
    }
  }

  private void open(ClOrdId id, NewOrder order) {
    if (ledger.book().knows(id)) {
      reporter.refusal(
          ExecType.REJECTED, id, order.instrument(), order.side(), "duplicate ClOrdID " + id);
      return;
    }
    long now = context.clock().epochNanos();
    String fault = Terms.fault(order, context.reference(), now);
    if (fault == null && chance.rejects(id, settings.rejectPercent())) {
      fault = "refused by chance, see rejectPercent of the paper venue";
    }
    if (fault != null) {
      ledger.record(new VenueEvent.Refused(now, id, fault));
      reporter.refusal(ExecType.REJECTED, id, order.instrument(), order.side(), fault);
      return;
    }
    long expireAt = Terms.expireAt(order, context.reference(), now);
    if (!ledger.record(new VenueEvent.Accepted(now, id, order, expireAt))) {
      reporter.refusal(
          ExecType.REJECTED, id, order.instrument(), order.side(), FAILED + ledger.failure());
      return;
    }
    PaperOrder accepted = known(id);
    reporter.state(ExecType.NEW, id, accepted, "");
    trade(accepted);
  }

  private PaperOrder known(ClOrdId id) {
    PaperOrder order = ledger.book().find(id);
    if (order == null) {
      throw new IllegalStateException("the book does not hold order %s".formatted(id));
    }
    return order;
  }

  /** Lets an order trade at once, and then rest, or end if it must not rest. */
  private void trade(PaperOrder order) {
    matcher.cross(order);
    if (!order.isLive()) {
      return;
    }
    if (order.isImmediate()) {
      end(order, order.latest(), OrdStatus.CANCELED, "not filled at once");
    } else {
      matcher.rest(order);
      awaitExpiry(order);
    }
  }

  private void replace(OrderCommand.Replace command) {
    NewOrder next = command.order();
    PaperOrder order = changeable(command.clOrdId(), command.origClOrdId(), next.side(), command);
    if (order == null) {
      return;
    }
    long now = context.clock().epochNanos();
    String fault = Terms.changeFault(order, next, context.reference(), now);
    if (fault != null) {
      ledger.record(new VenueEvent.Refused(now, command.clOrdId(), fault));
      reporter.state(ExecType.CANCEL_REJECTED, command.clOrdId(), order, fault);
      return;
    }
    matcher.remove(order);
    long expireAt = Terms.expireAt(next, context.reference(), now);
    VenueEvent event = new VenueEvent.Replaced(now, order.id(), command.clOrdId(), next, expireAt);
    if (!ledger.record(event)) {
      matcher.rest(order);
      reporter.state(ExecType.CANCEL_REJECTED, command.clOrdId(), order, FAILED + ledger.failure());
      return;
    }
    forgetExpiry(order);
    reporter.state(ExecType.REPLACED, command.clOrdId(), order, "");
    if (order.isLive()) {
      trade(order);
    }
  }

  private void cancel(OrderCommand.Cancel command) {
    PaperOrder order =
        changeable(command.clOrdId(), command.origClOrdId(), command.side(), command);
    if (order != null && !end(order, command.clOrdId(), OrdStatus.CANCELED, "")) {
      reporter.state(ExecType.CANCEL_REJECTED, command.clOrdId(), order, FAILED + ledger.failure());
    }
  }

  /** The live order that a request names; null if there is none, which has been reported then. */
  private @Nullable PaperOrder changeable(
      ClOrdId id, ClOrdId orig, Side side, OrderCommand command) {
    Book book = ledger.book();
    PaperOrder order = book.find(orig);
    String fault = null;
    if (book.knows(id)) {
      fault = "duplicate ClOrdID " + id;
    } else if (order == null) {
      fault = "unknown order " + orig;
    } else if (!order.isLive()) {
      fault = "too late: the order is " + order.status();
    }
    if (fault == null) {
      return order;
    }
    if (!book.knows(id)) {
      ledger.record(new VenueEvent.Refused(context.clock().epochNanos(), id, fault));
    }
    if (order == null) {
      reporter.refusal(ExecType.CANCEL_REJECTED, id, command.instrument(), side, fault);
    } else {
      reporter.state(ExecType.CANCEL_REJECTED, id, order, fault);
    }
    return null;
  }

  private boolean end(PaperOrder order, ClOrdId request, OrdStatus status, String text) {
    long now = context.clock().epochNanos();
    if (!ledger.record(new VenueEvent.Ended(now, order.id(), request, status, text))) {
      return false;
    }
    matcher.remove(order);
    forgetExpiry(order);
    ExecType type = status == OrdStatus.EXPIRED ? ExecType.EXPIRED : ExecType.CANCELED;
    reporter.state(type, request, order, text);
    return true;
  }

  private void awaitExpiry(PaperOrder order) {
    if (order.expireAt() > 0) {
      expiries.put(order.id(), context.timers().schedule(order.expireAt(), () -> expire(order)));
    }
  }

  private void expire(PaperOrder order) {
    expiries.remove(order.id());
    if (order.isLive()) {
      end(order, order.latest(), OrdStatus.EXPIRED, "");
    }
  }

  private void forgetExpiry(PaperOrder order) {
    Timer timer = expiries.remove(order.id());
    if (timer != null) {
      timer.cancel();
    }
  }

  /** A status request has arrived. */
  void status(ClOrdId id, InstrumentId instrument, Side side) {
    PaperOrder order = ledger.book().find(id);
    if (order == null && ledger.book().isForgotten(id)) {
      // To say that it was never seen would be a guess.
      LOG.warn("Asked about {}, which is older than what the paper venue keeps", id);
      return;
    }
    if (order == null) {
      String refusal = ledger.book().refusal(id);
      String text = refusal == null ? "unknown order" : refusal;
      reporter.refusal(ExecType.ORDER_STATUS, id, instrument, side, text);
      return;
    }
    long cumQty = 0;
    for (VenueEvent.Filled fill : order.trades()) {
      cumQty += fill.quantity();
      reporter.trade(order, fill, cumQty);
    }
    reporter.state(ExecType.ORDER_STATUS, order.latest(), order, "");
  }

  void onMarket(MarketBatch batch, int from, int to) {
    matcher.onMarket(batch, from, to);
  }

  /** Says and does nothing more. */
  void stop() {
    expiries.values().forEach(Timer::cancel);
    expiries.clear();
    reporter.stop();
  }
}
