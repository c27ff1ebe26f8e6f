package io.headgate.strategies.meanreversion.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.strategy.OrderDesk;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.OrderStyle;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.Sizing;

/** One instrument of the strategy: its mean, the position it wants, and the way there. */
final class Leg {

  private final MeanReversionSettings settings;
  private final Instrument instrument;
  private final StrategyContext context;
  private final OrderDesk desk;
  private final RollingMean mean;
  private final Stance stance;
  private boolean quoted;

  Leg(
      MeanReversionSettings settings,
      Instrument instrument,
      StrategyContext context,
      OrderDesk desk) {
    this.settings = settings;
    this.instrument = instrument;
    this.context = context;
    this.desk = desk;
    this.mean = new RollingMean(settings.signal().windowPeriods());
    this.stance = new Stance(settings.signal());
    stance.adopt(held());
  }

  private long held() {
    return context.position(instrument.id()).quantity();
  }

  void onQuote(Quote quote) {
    if (quote.isTwoSided() && quote.bidPrice() <= quote.askPrice()) {
      quoted = true;
      observe(quote.mid(), quote.bidPrice(), quote.askPrice());
    }
  }

  /** Bars count where there are no quotes. */
  void onBar(Bar bar) {
    if (!quoted && bar.close() > 0) {
      observe(bar.close(), bar.close(), bar.close());
    }
  }

  private void observe(long price, long bid, long ask) {
    double number = Fixed.toDouble(price);
    stance.observe(mean.distance(number, settings.signal().minDeviation()));
    mean.add(number);
    long wanted = stance.side() * quantity();
    long change = wanted - held();
    if (Math.abs(change) < instrument.lotSize()) {
      desk.cancelExcept(instrument.id(), null);
      return;
    }
    Side side = change > 0 ? Side.BUY : Side.SELL;
    desk.cancelExcept(instrument.id(), side);
    if (desk.isFree(instrument.id())) {
      ask(side, Math.abs(change), bid, ask);
    }
  }

  private long quantity() {
    long lots = instrument.roundToLot(settings.sizing().orderQty());
    return Math.max(lots, instrument.lotSize());
  }

  private void ask(Side side, long wanted, long bid, long ask) {
    Sizing sizing = settings.sizing();
    long quantity = wanted;
    if (sizing.respectHeadroom()) {
      quantity = Math.min(quantity, context.headroom(instrument.id(), side));
    }
    quantity = instrument.roundToLot(Math.max(0, quantity));
    if (quantity == 0) {
      return;
    }
    if (sizing.style() == OrderStyle.MARKET) {
      desk.submit(context.marketOrder(instrument.id(), side, quantity));
      return;
    }
    boolean atAsk = (side == Side.BUY) == (sizing.style() == OrderStyle.TAKE);
    long price = instrument.roundToTick(atAsk ? ask : bid, side == Side.BUY);
    if (price > 0) {
      desk.submit(context.limitOrder(instrument.id(), side, quantity, price));
    }
  }

  /** An entry that is denied is given up; an exit is asked for again after the pause. */
  void denied(NewOrder order) {
    if (order.side().sign() == stance.side()) {
      stance.giveUp();
    }
  }
}
