package io.headgate.testkit.venue;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.VenueSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders that the simulated venue knows, and the reports that it writes about them. */
final class VenueBook {

  private static final long NANOS = 1_000_000_000L;

  private final String broker;
  private final Map<ClOrdId, VenueOrder> orders = new LinkedHashMap<>();
  private final Map<ClOrdId, OrderCommand> changes = new HashMap<>();
  private final Map<InstrumentId, Long> marks = new HashMap<>();
  private BrokerContext context;
  private long trades;
  private long accepted;

  VenueBook(String broker, BrokerContext context) {
    this.broker = broker;
    this.context = context;
  }

  /** The connector was restarted; the venue was not. */
  void restart(BrokerContext newContext) {
    context = newContext;
  }

  /** Books a command; false if the venue must refuse it. */
  boolean take(OrderCommand command) {
    if (orders.containsKey(command.clOrdId()) || changes.containsKey(command.clOrdId())) {
      return false;
    }
    if (command instanceof OrderCommand.Send send) {
      String id = broker + "-" + ++accepted;
      orders.put(send.clOrdId(), new VenueOrder(id, send.clOrdId(), send.order()));
      return true;
    }
    ClOrdId target =
        command instanceof OrderCommand.Replace replace
            ? replace.origClOrdId()
            : ((OrderCommand.Cancel) command).origClOrdId();
    VenueOrder order = orders.get(target);
    boolean below =
        command instanceof OrderCommand.Replace replace
            && order != null
            && replace.order().quantity() < order.cumQty;
    if (order == null || order.status.isTerminal() || below) {
      return false;
    }
    changes.put(command.clOrdId(), command);
    return true;
  }

  /** The order that any ClOrdID of its chain, or of a request to change it, names. */
  @Nullable VenueOrder find(ClOrdId clOrdId) {
    VenueOrder order = orders.get(clOrdId);
    OrderCommand change = changes.get(clOrdId);
    if (order == null && change instanceof OrderCommand.Replace replace) {
      return orders.get(replace.origClOrdId());
    }
    if (order == null && change instanceof OrderCommand.Cancel cancel) {
      return orders.get(cancel.origClOrdId());
    }
    return order;
  }

  VenueOrder get(ClOrdId clOrdId) {
    VenueOrder order = find(clOrdId);
    if (order == null) {
      throw new IllegalArgumentException(
          "the venue holds no order %s; it holds %s".formatted(clOrdId, orders.keySet()));
    }
    return order;
  }

  ExecutionReport fill(VenueOrder order, ClOrdId clOrdId, long quantity, long price) {
    order.cumQty += quantity;
    if (!order.status.isTerminal()) {
      order.settle();
    }
    String key = "T" + ++trades;
    ExecutionReport trade =
        write(order, clOrdId, ExecType.TRADE, key, quantity, price == 0 ? price(order) : price);
    order.trades.add(trade);
    return trade;
  }

  private long price(VenueOrder order) {
    long limit = order.terms.limitPrice();
    return limit > 0 ? limit : marks.getOrDefault(order.terms.instrument(), 100 * Fixed.ONE);
  }

  ExecutionReport bust(VenueOrder order, ClOrdId clOrdId) {
    if (order.trades.isEmpty()) {
      throw new IllegalArgumentException("order %s has no trade to bust".formatted(clOrdId));
    }
    ExecutionReport trade = order.trades.remove(order.trades.size() - 1);
    order.cumQty -= trade.lastQty();
    return write(
        order, clOrdId, ExecType.TRADE_CANCEL, trade.tradeKey(), trade.lastQty(), trade.lastPx());
  }

  VenueOrder applyReplace(ClOrdId clOrdId) {
    if (!(changes.get(clOrdId) instanceof OrderCommand.Replace replace)) {
      throw new IllegalArgumentException("no replace waits under " + clOrdId);
    }
    VenueOrder order = get(replace.origClOrdId());
    changes.remove(clOrdId);
    order.terms = replace.order();
    order.clOrdId = clOrdId;
    orders.put(clOrdId, order);
    order.settle();
    return order;
  }

  ExecutionReport refuseChange(ClOrdId clOrdId, String text) {
    VenueOrder order = get(clOrdId);
    changes.remove(clOrdId);
    return state(order, clOrdId, ExecType.CANCEL_REJECTED, text);
  }

  ExecutionReport refusal(OrderCommand command, ExecType type, String text) {
    Side side =
        command instanceof OrderCommand.Send send
            ? send.order().side()
            : command instanceof OrderCommand.Replace replace
                ? replace.order().side()
                : ((OrderCommand.Cancel) command).side();
    return bare(type, command.clOrdId(), command.instrument(), side, text);
  }

  ExecutionReport neverSeen(ClOrdId clOrdId, InstrumentId instrument, Side side) {
    return bare(ExecType.ORDER_STATUS, clOrdId, instrument, side, "unknown order");
  }

  private ExecutionReport bare(
      ExecType type, ClOrdId clOrdId, InstrumentId instrument, Side side, String text) {
    long now = context.clock().epochNanos();
    LocalDate date = tradingDate(instrument, now);
    return new ExecutionReport(
        broker,
        type,
        clOrdId,
        "",
        instrument,
        side,
        OrdStatus.REJECTED,
        "",
        date,
        0,
        0,
        0,
        0,
        "",
        now,
        text);
  }

  ExecutionReport state(VenueOrder order, ClOrdId clOrdId, ExecType type, String text) {
    ExecutionReport r = write(order, clOrdId, type, "", 0, 0);
    return new ExecutionReport(
        r.broker(),
        type,
        clOrdId,
        r.venueOrderId(),
        r.instrument(),
        r.side(),
        r.ordStatus(),
        "",
        r.tradingDate(),
        0,
        0,
        r.cumQty(),
        0,
        "",
        r.tsEvent(),
        text);
  }

  private ExecutionReport write(
      VenueOrder order, ClOrdId clOrdId, ExecType type, String key, long quantity, long price) {
    NewOrder terms = order.terms;
    long now = context.clock().epochNanos();
    LocalDate date = tradingDate(terms.instrument(), now);
    return new ExecutionReport(
        broker,
        type,
        clOrdId,
        order.venueOrderId,
        terms.instrument(),
        terms.side(),
        order.status,
        key,
        date,
        quantity,
        price,
        order.cumQty,
        0,
        "",
        now,
        "");
  }

  private LocalDate tradingDate(InstrumentId id, long now) {
    Instrument instrument = context.reference().instrument(id);
    return instrument == null
        ? LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(now, NANOS)), ZoneOffset.UTC)
        : instrument.calendar().tradingDate(now);
  }

  void onMarket(MarketBatch batch, int from, int to) {
    for (int row = from; row < to; row++) {
      boolean quote = batch.kind(row) == MarketBatch.Kind.QUOTE;
      long price = quote ? Math.max(batch.value(row, 0), batch.value(row, 2)) : batch.value(row, 0);
      marks.put(batch.instrument(row), price);
    }
  }

  VenueSnapshot snapshot() {
    Map<PositionKey, Long> positions = new HashMap<>();
    Map<ClOrdId, Long> open = new HashMap<>();
    for (VenueOrder order : new LinkedHashSet<>(orders.values())) {
      NewOrder terms = order.terms;
      PositionKey key = new PositionKey(terms.originator().account(), terms.instrument());
      positions.merge(key, order.cumQty * terms.side().sign(), Long::sum);
      if (!order.status.isTerminal()) {
        open.put(order.clOrdId, order.leavesQty());
      }
    }
    positions.values().removeIf(quantity -> quantity == 0);
    return new VenueSnapshot(positions, open);
  }
}
