package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.engine.internal.order.OpenInterest;
import io.headgate.engine.internal.order.RecentOrders;
import io.headgate.engine.internal.position.Weighed;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import java.util.function.ToLongFunction;

/** Fills the one context with everything that a rule may look at. */
final class ContextFiller {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  /**
   * What an order asks for, put together.
   *
   * @param request the request itself
   * @param terms terms that would be sent: a market order is a collared limit order here
   * @param stood notional of what could still fill of the order that it changes, six decimals
   * @param charged price that its notional is charged at
   * @param fxRate from the instrument's currency into the account's
   */
  record Ask(Request request, NewOrder terms, long stood, long charged, long fxRate) {

    /** Terms as they were asked for. */
    NewOrder asked() {
      return request.terms();
    }

    /** Who asks: of a replace not always whose order it is. */
    Originator by() {
      return request.by();
    }

    /** What it adds to what can still fill. */
    long added() {
      return request.added();
    }

    /** What can trade by it that could not before. */
    long atStake() {
      return request.atStake(terms);
    }

    /** Time of the decision. */
    long now() {
      return request.now();
    }
  }

  private final EngineState state;
  private final ToLongFunction<PositionKey> othersPosition;
  private final ContextEditor editor = new ContextEditor();
  private final RiskFiller risk;

  ContextFiller(EngineState state, ToLongFunction<PositionKey> othersPosition) {
    this.state = state;
    this.othersPosition = othersPosition;
    this.risk = new RiskFiller(state, editor);
  }

  /**
   * @throws ArithmeticException if a number is out of range
   */
  OrderContext fill(Ask ask, InstrumentMarket market, ResolvedLimits limits) {
    editor.begin().limits(limits);
    texts(ask, market.instrument());
    order(ask, market.instrument());
    market(ask, market);
    risk.market(ask, market, limits);
    rates(ask);
    risk.counts(ask);
    account(ask, market.instrument());
    return editor.context();
  }

  private void texts(Ask ask, Instrument instrument) {
    NewOrder terms = ask.terms();
    editor
        .set(ContextText.ACCOUNT, ask.by().account())
        .set(ContextText.TRADER, ask.by().trader())
        .set(ContextText.STRATEGY, ask.by().strategy())
        .set(ContextText.INSTRUMENT, state.market().name(instrument.id()))
        .set(ContextText.SYMBOL, instrument.id().symbol())
        .set(ContextText.VENUE, instrument.id().venue())
        .set(ContextText.SECTOR, instrument.sector())
        .set(ContextText.CURRENCY, instrument.currency())
        .set(ContextText.ASSET_CLASS, instrument.assetClass().name())
        .set(ContextText.SIDE, terms.side().name())
        .set(ContextText.ORD_TYPE, ask.asked().type().name())
        .set(ContextText.TIME_IN_FORCE, terms.timeInForce().name())
        .set(ContextText.REQUEST, ask.request().isReplace() ? "REPLACE" : "NEW");
  }

  private void order(Ask ask, Instrument instrument) {
    NewOrder terms = ask.terms();
    long remaining = Math.max(0, terms.quantity() - ask.request().filled());
    editor
        .set(ContextNumber.QUANTITY, terms.quantity())
        .set(ContextNumber.ADDED_QUANTITY, ask.added())
        .set(ContextNumber.LIMIT_PRICE, ask.asked().limitPrice())
        .set(ContextNumber.WORST_PRICE, terms.limitPrice())
        .set(
            ContextNumber.NOTIONAL,
            Fixed.amountCeil(ask.charged(), remaining, instrument.multiplier(), ask.fxRate()))
        .set(ContextNumber.TICK_SIZE, instrument.tickSize())
        .set(ContextNumber.LOT_SIZE, instrument.lotSize())
        .set(ContextNumber.MULTIPLIER, instrument.multiplier())
        .set(ContextNumber.DECISION_MILLIS, ask.now() / NANOS_PER_MILLI);
  }

  private void market(Ask ask, InstrumentMarket market) {
    long reference = market.referencePrice();
    NewOrder terms = ask.terms();
    editor
        .set(ContextNumber.BID_PRICE, market.bidPrice())
        .set(ContextNumber.BID_SIZE, market.bidSize())
        .set(ContextNumber.ASK_PRICE, market.askPrice())
        .set(ContextNumber.ASK_SIZE, market.askSize())
        .set(ContextNumber.LAST_PRICE, market.lastPrice())
        .set(ContextNumber.REFERENCE_PRICE, reference)
        .set(
            ContextNumber.MARKET_AGE_MILLIS,
            Math.max(0, ask.now() - market.referenceTime()) / NANOS_PER_MILLI)
        .set(
            ContextNumber.PRICE_DEVIATION_BPS,
            Pricing.deviationBps(terms.side(), terms.limitPrice(), reference))
        .set(ContextNumber.MILLIS_TO_OPEN, market.session().millisToOpen(ask.now()))
        .set(ContextNumber.MILLIS_TO_CLOSE, market.session().millisToClose(ask.now()));
  }

  private void rates(Ask ask) {
    Originator by = ask.by();
    RecentOrders recent = state.recentOrders();
    editor
        .set(
            ContextNumber.DUPLICATE_AGE_MILLIS, ask.request().duplicateAgeNanos() / NANOS_PER_MILLI)
        .set(ContextNumber.ORDERS_LAST_SECOND, ask.request().requestsLastSecond())
        .set(ContextNumber.ACCOUNT_MESSAGE_RATE, recent.accountRate(by, ask.now()))
        .set(ContextNumber.STRATEGY_MESSAGE_RATE, recent.strategyRate(by, ask.now()));
  }

  private void account(Ask ask, Instrument instrument) {
    String account = ask.by().account();
    PositionKey key = new PositionKey(account, instrument.id());
    OpenInterest open = state.openInterest();
    long own = state.positions().quantity(key);
    long position = Math.addExact(own, othersPosition.applyAsLong(key));
    long openBuy = open.open(key, Side.BUY);
    long openSell = open.open(key, Side.SELL);
    boolean buy = ask.terms().side() == Side.BUY;
    long worstLong = Math.addExact(Math.addExact(position, openBuy), ask.added());
    long worstShort = Math.addExact(Math.subtractExact(openSell, position), ask.added());
    long ownShort = Math.addExact(Math.subtractExact(openSell, own), ask.added());
    editor
        .set(ContextNumber.POSITION, position)
        .set(ContextNumber.OWN_POSITION, own)
        .set(ContextNumber.OPEN_BUY_QUANTITY, openBuy)
        .set(ContextNumber.OPEN_SELL_QUANTITY, openSell)
        .set(ContextNumber.WORST_LONG_POSITION, buy ? worstLong : 0)
        .set(ContextNumber.WORST_SHORT_POSITION, buy ? 0 : worstShort)
        .set(ContextNumber.OWN_SHORT_POSITION, buy ? 0 : ownShort)
        .set(ContextNumber.OPENING_QUANTITY, opening(own, buy ? openBuy : openSell, ask))
        .set(ContextNumber.OPEN_ORDERS, open.orders(account));
    exposure(key, ask, instrument);
  }

  /** Of a replace the quantity that it adds, or the rise of its notional where that is more. */
  private long asked(Ask ask, Instrument instrument) {
    long notional = editor.context().number(ContextNumber.NOTIONAL);
    long added =
        Fixed.amountCeil(ask.charged(), ask.added(), instrument.multiplier(), ask.fxRate());
    return Math.max(added, notional - ask.stood());
  }

  /** What is left once it has closed what no other open order closes. */
  private static long opening(long own, long openOfSide, Ask ask) {
    boolean closes = own != 0 && (own > 0) != (ask.terms().side() == Side.BUY);
    long others = openOfSide - ask.request().stillOpen(ask.terms());
    long closable = closes ? Math.max(0, Math.abs(own) - others) : 0;
    return Math.max(0, ask.atStake() - closable);
  }

  private void exposure(PositionKey key, Ask ask, Instrument instrument) {
    Weighed weighed = state.exposure().weigh(key, ask.terms().side(), ask.added(), ask.charged());
    risk.amounts(key.account(), weighed, asked(ask, instrument));
  }
}
