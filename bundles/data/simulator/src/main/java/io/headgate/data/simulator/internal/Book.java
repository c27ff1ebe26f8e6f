package io.headgate.data.simulator.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;

/** Best bid and offer of one instrument around its fair price, on its grid of ticks and lots. */
final class Book {

  private final InstrumentId id;
  private final long tickSize;
  private final long lotSize;
  private final int sizeLots;
  private final double halfSpread;
  private final double tradeShare;
  private final PricePath path;
  private long bidTicks;
  private long askTicks;
  private int bidLots;
  private int askLots;

  /**
   * @throws IllegalArgumentException if the sizes of the instrument's lots overflow nine decimals
   */
  Book(Instrument instrument, long startPrice, Dynamics dynamics, SplitMix random) {
    this.id = instrument.id();
    this.tickSize = instrument.tickSize();
    this.lotSize = instrument.lotSize();
    this.sizeLots = dynamics.sizeLots();
    this.halfSpread = dynamics.spread() / 2;
    this.tradeShare = dynamics.tradeShare();
    if (lotSize > Long.MAX_VALUE / (4L * sizeLots)) {
      throw CfgFile.wrong("sizeLots", sizeLots, "fewer lots, so that sizes of " + id + " fit");
    }
    this.path = new PricePath(dynamics, Math.max(2, startPrice / tickSize), random);
  }

  /**
   * A price that suits the kind of an instrument and its tick, nine decimals: 1.1 for a currency
   * pair with five decimals, 110 for one with three, 40 to 240 for a share in cents.
   */
  static long defaultPrice(Instrument instrument) {
    long ticks =
        switch (instrument.assetClass()) {
          case FX_SPOT -> 110_000;
          case CRYPTO -> 500_000;
          case OPTION -> 500;
          case DEBT -> 10_000;
          case EQUITY, FUTURE ->
              4_000 + Math.floorMod(instrument.id().toString().hashCode(), 20_000);
        };
    boolean fits = ticks <= Long.MAX_VALUE / 25 / instrument.tickSize();
    return fits ? ticks * instrument.tickSize() : instrument.tickSize();
  }

  /** Adds the instrument's next tick: mostly a new quote, now and then a trade on the last one. */
  void tick(MarketBatch.Builder into, Moment moment, SplitMix random) {
    path.advance(moment, random);
    if (askTicks > 0 && random.uniform() < tradeShare) {
      trade(into, moment, random);
    } else {
      quote(into, moment, random);
    }
  }

  private void quote(MarketBatch.Builder into, Moment moment, SplitMix random) {
    double fair = path.price();
    double half = fair * halfSpread * path.heat();
    // Never under one tick: the path stays above 1.5 ticks, and half a spread under a fifth of it.
    bidTicks = (long) Math.floor(fair - half);
    askTicks = Math.max(bidTicks + 1, (long) Math.ceil(fair + half));
    bidLots = lots(random);
    askLots = lots(random);
    into.quote(
        id,
        moment.tsEvent,
        moment.tsInit,
        bidTicks * tickSize,
        bidLots * lotSize,
        askTicks * tickSize,
        askLots * lotSize);
  }

  private void trade(MarketBatch.Builder into, Moment moment, SplitMix random) {
    // In a rising market more trades lift the offer than hit the bid.
    boolean buyer = random.uniform() < 0.5 + 0.2 * path.direction();
    long price = (buyer ? askTicks : bidTicks) * tickSize;
    int lots = 1 + random.below(buyer ? askLots : bidLots);
    into.trade(id, moment.tsEvent, moment.tsInit, price, lots * lotSize);
  }

  private int lots(SplitMix random) {
    return 1 + random.below(2 * sizeLots - 1);
  }
}
