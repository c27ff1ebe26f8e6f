package io.headgate.brokers.paper.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerContext;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills orders against the market. An order that comes to the market trades at the touch, up to the
 * displayed size; an order that the market comes to trades at its own limit. Our orders do not
 * trade with each other.
 */
final class Matcher {

  private static final long BPS = 10_000 * Fixed.ONE;

  private final PaperSettings settings;
  private final BrokerContext context;
  private final Ledger ledger;
  private final Reporter reporter;
  private final Chance chance;
  private final Map<InstrumentId, Market> markets = new HashMap<>();

  Matcher(PaperSettings settings, BrokerContext context, Ledger ledger, Reporter reporter) {
    this.settings = settings;
    this.context = context;
    this.ledger = ledger;
    this.reporter = reporter;
    this.chance = new Chance(settings.seed());
  }

  /** Puts an order into its queue. */
  void rest(PaperOrder order) {
    Market market = market(order.terms().instrument());
    if (market != null && order.isLive()) {
      market.resting(order.side()).add(order);
    }
  }

  /** Takes an order out of its queue; before its terms change. */
  void remove(PaperOrder order) {
    Market market = market(order.terms().instrument());
    if (market != null) {
      market.resting(order.side()).remove(order);
    }
  }

  /** Lets an order that does not rest yet trade with what the market shows. */
  void cross(PaperOrder order) {
    Market market = market(order.terms().instrument());
    if (market == null) {
      return;
    }
    long price = market.touch(order.side());
    long left = market.left(order.side());
    if (price == 0
        || !order.accepts(price)
        || (order.isAllOrNothing() && left < order.leavesQty())) {
      return;
    }
    Instrument instrument = market.instrument();
    long quantity = instrument.roundToLot(Math.min(order.leavesQty(), left));
    if (!order.isAllOrNothing()) {
      quantity = cutShort(order, quantity, instrument);
    }
    if (quantity > 0 && fill(order, quantity, price, instrument)) {
      market.take(order.side(), quantity);
    }
  }

  /** Rows of the market, in order. */
  void onMarket(MarketBatch batch, int from, int to) {
    for (int row = from; row < to; row++) {
      Market market = market(batch.instrument(row));
      if (market != null) {
        onRow(market, batch, row);
      }
    }
  }

  private void onRow(Market market, MarketBatch batch, int row) {
    switch (batch.kind(row)) {
      case QUOTE -> {
        market.quote(
            batch.value(row, 0), batch.value(row, 1), batch.value(row, 2), batch.value(row, 3));
        if (market.hasResting()) {
          onQuote(market, Side.BUY);
          onQuote(market, Side.SELL);
        }
      }
      case TRADE -> onPrint(market, batch, row, 0, 0, 0, 1);
      case BAR -> onPrint(market, batch, row, 2, 1, 3, 4);
    }
  }

  private void onQuote(Market market, Side side) {
    long touch = market.touch(side);
    if (touch > 0) {
      long before = market.left(side);
      long after = sweep(market, side, touch, touch, before);
      market.take(side, before - after);
    }
  }

  /** A trade or a bar: columns of its low, high and last price and of its volume. */
  private void onPrint(
      Market market, MarketBatch batch, int row, int low, int high, int last, int volume) {
    long price = batch.value(row, last);
    if (price <= 0 || batch.value(row, low) <= 0) {
      return;
    }
    market.print(price);
    if (market.hasResting()) {
      long size = batch.value(row, volume);
      long left = size == 0 ? Market.UNKNOWN_SIZE : size;
      left = sweep(market, Side.BUY, batch.value(row, low), price, left);
      sweep(market, Side.SELL, batch.value(row, high), price, left);
    }
  }

  /**
   * Fills resting orders of a side, best first.
   *
   * @param reach price that the market came to
   * @param price what a market order gets
   * @param size what the market gives at most
   * @return what is left of the size
   */
  private long sweep(Market market, Side side, long reach, long price, long size) {
    NavigableSet<PaperOrder> resting = market.resting(side);
    Instrument instrument = market.instrument();
    long left = size;
    while (!resting.isEmpty()) {
      PaperOrder order = resting.first();
      long whole = instrument.roundToLot(Math.min(order.leavesQty(), left));
      if (!order.accepts(reach) || whole == 0) {
        break;
      }
      long quantity = cutShort(order, whole, instrument);
      long at = order.isMarket() ? price : order.terms().limitPrice();
      if (!fill(order, quantity, at, instrument)) {
        break;
      }
      left -= left == Market.UNKNOWN_SIZE ? 0 : quantity;
      if (order.isLive()) {
        break;
      }
      resting.remove(order);
    }
    return left;
  }

  private long cutShort(PaperOrder order, long quantity, Instrument instrument) {
    return chance.cutShort(
        order.id(), order.cumQty(), quantity, instrument.lotSize(), settings.partialFillPercent());
  }

  private boolean fill(PaperOrder order, long quantity, long price, Instrument instrument) {
    long now = context.clock().epochNanos();
    VenueEvent.Filled event;
    try {
      Math.addExact(ledger.book().position(order), quantity * order.side().sign());
      event =
          new VenueEvent.Filled(
              now,
              order.id(),
              order.nextTradeKey(),
              quantity,
              price,
              fee(price, quantity, instrument),
              instrument.calendar().tradingDate(now));
    } catch (ArithmeticException e) {
      // A trade whose money or position no longer fits the numbers does not happen.
      return false;
    }
    if (!ledger.record(event)) {
      return false;
    }
    reporter.trade(order, event, order.cumQty());
    return true;
  }

  private long fee(long price, long quantity, Instrument instrument) {
    long notional = Fixed.amount(price, quantity, instrument.multiplier(), Fixed.ONE);
    return Fixed.mulDivFloor(notional, settings.feeBps(), BPS);
  }

  private @Nullable Market market(InstrumentId id) {
    Market market = markets.get(id);
    if (market == null) {
      Instrument instrument = context.reference().instrument(id);
      if (instrument != null) {
        market = new Market(instrument);
        markets.put(id, market);
      }
    }
    return market;
  }
}
