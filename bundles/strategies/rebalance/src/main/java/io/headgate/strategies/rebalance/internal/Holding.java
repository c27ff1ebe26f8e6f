package io.headgate.strategies.rebalance.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.strategies.rebalance.internal.RebalanceSettings.OrderStyle;
import org.jspecify.annotations.Nullable;

/** One instrument of the portfolio: its price, what is held, and what should be. */
final class Holding {

  /** Denials after which a goal is left until the next answer. */
  private static final int MAX_TRIES = 3;

  private final Instrument instrument;
  private final StrategyContext context;
  private boolean quoted;
  private boolean ticked;
  private long price;
  private long bid;
  private long ask;
  private boolean hasGoal;
  private long goal;
  private int denials;

  Holding(Instrument instrument, StrategyContext context) {
    this.instrument = instrument;
    this.context = context;
  }

  Instrument instrument() {
    return instrument;
  }

  void onQuote(Quote quote) {
    if (quote.isTwoSided() && quote.bidPrice() <= quote.askPrice()) {
      quoted = true;
      take(quote.mid(), quote.bidPrice(), quote.askPrice());
    }
  }

  /** Bars count where there are no quotes. */
  void onBar(Bar bar) {
    if (!quoted && bar.close() > 0) {
      take(bar.close(), bar.close(), bar.close());
    }
  }

  private void take(long newPrice, long newBid, long newAsk) {
    ticked = true;
    price = newPrice;
    bid = newBid;
    ask = newAsk;
  }

  /** Whether it has ever been priced. */
  boolean isPriced() {
    return price > 0;
  }

  double price() {
    return Fixed.toDouble(price);
  }

  /** Whether a price came since this was last asked. */
  boolean ticked() {
    boolean was = ticked;
    ticked = false;
    return was;
  }

  /**
   * Sets what should be held.
   *
   * @param value of it, in the instrument's currency
   * @param band value below which a difference is left alone; what should go altogether goes
   */
  void aim(double value, double band) {
    double unit = price() * Fixed.toDouble(instrument.multiplier());
    double most = Fixed.toDouble(RebalanceSettings.largestQuantity());
    goal = instrument.roundToLot(Fixed.ofDouble(Math.min(most, value / unit)));
    double difference = Math.abs(Fixed.toDouble(goal - held())) * unit;
    hasGoal = difference >= band || (goal == 0 && held() != 0);
    denials = 0;
  }

  /** Leaves it as it is. */
  void rest() {
    hasGoal = false;
  }

  private long held() {
    return context.position(instrument.id()).quantity();
  }

  /** What is still to be traded, signed; 0 where there is nothing to do. */
  long due() {
    long due = hasGoal ? goal - held() : 0;
    return Math.abs(due) < instrument.lotSize() ? 0 : due;
  }

  /** The order for what is due, as far as headroom allows; null where it allows nothing. */
  @Nullable NewOrder order(OrderStyle style) {
    long due = due();
    Side side = due > 0 ? Side.BUY : Side.SELL;
    long headroom = context.headroom(instrument.id(), side);
    long quantity = instrument.roundToLot(Math.max(0, Math.min(Math.abs(due), headroom)));
    if (quantity == 0) {
      return null;
    }
    if (style == OrderStyle.MARKET) {
      return context.marketOrder(instrument.id(), side, quantity);
    }
    boolean atAsk = (side == Side.BUY) == (style == OrderStyle.TAKE);
    long limit = instrument.roundToTick(atAsk ? ask : bid, side == Side.BUY);
    return limit > 0 ? context.limitOrder(instrument.id(), side, quantity, limit) : null;
  }

  void denied() {
    if (++denials >= MAX_TRIES) {
      hasGoal = false;
    }
  }
}
