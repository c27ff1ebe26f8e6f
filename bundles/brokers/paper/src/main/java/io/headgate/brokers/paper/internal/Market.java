package io.headgate.brokers.paper.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.order.Side;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One instrument at the venue: what the market shows, and our orders that rest in it. */
final class Market {

  /** Size where the feed gives none: as much as anybody wants. */
  static final long UNKNOWN_SIZE = Long.MAX_VALUE;

  private static final Comparator<PaperOrder> BY_TIME =
      Comparator.comparingLong(PaperOrder::priority);

  private final Instrument instrument;
  private final NavigableSet<PaperOrder> buys =
      new TreeSet<>(Comparator.comparingLong(Market::rank).reversed().thenComparing(BY_TIME));
  private final NavigableSet<PaperOrder> sells =
      new TreeSet<>(Comparator.comparingLong(Market::rank).thenComparing(BY_TIME));
  private long bid;
  private long bidLeft;
  private long ask;
  private long askLeft;
  private boolean quoted;

  Market(Instrument instrument) {
    this.instrument = instrument;
  }

  /** Market orders go before every limit. */
  private static long rank(PaperOrder order) {
    if (!order.isMarket()) {
      return order.terms().limitPrice();
    }
    return order.side() == Side.BUY ? Long.MAX_VALUE : 0;
  }

  Instrument instrument() {
    return instrument;
  }

  void quote(long newBid, long bidSize, long newAsk, long askSize) {
    quoted = true;
    bid = newBid;
    bidLeft = bidSize == 0 ? UNKNOWN_SIZE : bidSize;
    ask = newAsk;
    askLeft = askSize == 0 ? UNKNOWN_SIZE : askSize;
  }

  /** The last price of a feed without quotes stands for both sides. */
  void print(long price) {
    if (!quoted) {
      bid = price;
      ask = price;
      bidLeft = UNKNOWN_SIZE;
      askLeft = UNKNOWN_SIZE;
    }
  }

  /** Price at which an order of this side can trade at once; 0 where there is none. */
  long touch(Side side) {
    return side == Side.BUY ? ask : bid;
  }

  /** What is left of the displayed size at the touch. */
  long left(Side side) {
    return side == Side.BUY ? askLeft : bidLeft;
  }

  void take(Side side, long quantity) {
    if (side == Side.BUY) {
      askLeft -= askLeft == UNKNOWN_SIZE ? 0 : quantity;
    } else {
      bidLeft -= bidLeft == UNKNOWN_SIZE ? 0 : quantity;
    }
  }

  boolean hasResting() {
    return !buys.isEmpty() || !sells.isEmpty();
  }

  /** Resting orders of a side, the first to trade first. */
  NavigableSet<PaperOrder> resting(Side side) {
    return side == Side.BUY ? buys : sells;
  }
}
