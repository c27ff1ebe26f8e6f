package io.headgate.engine.internal.path;

import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.market.FxRates;
import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.control.TradingState;
import org.jspecify.annotations.Nullable;

/** What the path objects to before limits and rules are asked. Confined to the loop. */
final class Objections {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final EngineState state;

  Objections(EngineState state) {
    this.state = state;
  }

  /** Why an order cannot be replaced now, whatever the terms; null if it can. */
  static @Nullable Refusal to(ReplaceOrder replace, @Nullable OrderState order) {
    if (order == null) {
      return Refusal.ORDER_UNKNOWN;
    }
    if (!order.terms().originator().account().equals(replace.originator().account())) {
      return Refusal.ORDER_FOREIGN;
    }
    if (order.isTerminal() || replace.quantity() <= order.cumQty()) {
      return Refusal.ORDER_CLOSED;
    }
    boolean busy =
        order.pendingReplace() != null || order.pendingCancel() != null || order.inDoubt();
    return busy ? Refusal.ORDER_PENDING : null;
  }

  /**
   * The first; null if there is none.
   *
   * @param maxMarketAgeMillis older prices say nothing
   */
  @Nullable Verdict first(Request request, InstrumentMarket market, long maxMarketAgeMillis) {
    Verdict killed = killed(request, market.instrument());
    if (killed != null) {
      return killed;
    }
    NewOrder order = request.terms();
    Instrument instrument = market.instrument();
    if (order.quantity() % instrument.lotSize() != 0) {
      return Refusal.LOT_SIZE.verdict(order.quantity(), instrument.lotSize(), Unit.QTY);
    }
    if (order.type() == OrdType.LIMIT && order.limitPrice() <= 0) {
      return Refusal.PRICE_MISSING.verdict(order.limitPrice(), 0, Unit.PRICE);
    }
    if (order.limitPrice() % instrument.tickSize() != 0) {
      return Refusal.PRICE_TICK.verdict(order.limitPrice(), instrument.tickSize(), Unit.PRICE);
    }
    if (!Pricing.hasReference(market)) {
      return Refusal.MARKET_MISSING.verdict();
    }
    long age = Math.max(0, request.now() - market.referenceTime()) / NANOS_PER_MILLI;
    return age > maxMarketAgeMillis
        ? Refusal.MARKET_STALE.verdict(age, maxMarketAgeMillis, Unit.MILLIS)
        : null;
  }

  /**
   * What is wrong with the exchange rate; null if it can be used.
   *
   * @param maxAgeMillis an older quote says nothing
   */
  @Nullable Verdict rate(String from, String to, long now, long maxAgeMillis) {
    FxRates rates = state.fxRates();
    if (rates.rate(from, to) == FxRates.NONE) {
      return Refusal.FX_MISSING.verdict();
    }
    long age = rates.age(from, to, now) / NANOS_PER_MILLI;
    return age > maxAgeMillis ? Refusal.FX_MISSING.verdict(age, maxAgeMillis, Unit.MILLIS) : null;
  }

  private @Nullable Verdict killed(Request request, Instrument instrument) {
    NewOrder order = request.terms();
    TradingState trading = trading(request, state.market().name(instrument.id()));
    if (trading == TradingState.ACTIVE) {
      return null;
    }
    if (trading == TradingState.HALTED) {
      return Refusal.KILL_HALTED.verdict();
    }
    PositionKey key = new PositionKey(order.originator().account(), instrument.id());
    long position = state.positions().quantity(key);
    Side closing = position > 0 ? Side.SELL : Side.BUY;
    long closable = Math.abs(position) - state.openInterest().open(key, closing);
    boolean reduces = position != 0 && order.side() == closing && request.added() <= closable;
    return reduces
        ? null
        : Refusal.KILL_REDUCING_ONLY.verdict(request.added(), Math.max(0, closable), Unit.QTY);
  }

  /** The stricter of what whose order it is and who asks may do: they differ in a replace only. */
  private TradingState trading(Request request, String instrument) {
    KillLatch latch = state.latch();
    TradingState own = latch.state(request.terms().originator(), instrument);
    if (request.by().equals(request.terms().originator())) {
      return own;
    }
    TradingState asker = latch.state(request.by(), instrument);
    return asker.compareTo(own) > 0 ? asker : own;
  }
}
