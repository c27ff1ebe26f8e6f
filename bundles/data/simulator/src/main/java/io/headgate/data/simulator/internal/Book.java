package io.headgate.data.simulator.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;

/** Best bid and offer of one instrument around its fair price, on its grid of ticks and lots. */
final class Book {

  /** Lots of an opening or closing trade, as a multiple of those at the touch. */
  private static final int CALL = 10;

  private final InstrumentId id;
  private final long tickSize;
  private final long lotSize;
  private final Dynamics.Trading trading;
  private final PricePath path;
  private long bidTicks;
  private long askTicks;
  private int bidLots;
  private int askLots;

  /**
   * @throws IllegalArgumentException if the sizes of the instrument's lots overflow nine decimals
   */
  Book(Instrument instrument, long startPrice, Dynamics dynamics, Sector sector, SplitMix random) {
    this.id = instrument.id();
    this.tickSize = instrument.tickSize();
    this.lotSize = instrument.lotSize();
    this.trading = dynamics.trading();
    // Twice the mean, four times in a crowd, and a call on top.
    if (lotSize > Long.MAX_VALUE / (16L * CALL * trading.sizeLots())) {
      throw CfgFile.wrong(
          "sizeLots", trading.sizeLots(), "fewer lots, so that sizes of " + id + " fit");
    }
    this.path = new PricePath(dynamics, sector, Math.max(2, startPrice / tickSize), random);
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
    if (askTicks > 0 && random.uniform() < trading.tradeShare()) {
      trade(into, moment, 1, random);
    } else {
      quote(into, moment, random);
    }
  }

  /** Adds the first quote of a session. */
  void open(MarketBatch.Builder into, Moment moment, SplitMix random) {
    path.advance(moment, random);
    quote(into, moment, random);
  }

  /** Adds the one large trade in which an opening or a close is called. */
  void call(MarketBatch.Builder into, Moment moment, SplitMix random) {
    trade(into, moment, CALL, random);
  }

  /** Moves over a break. */
  void gap(double market, SplitMix random) {
    path.gap(market, random);
  }

  private void quote(MarketBatch.Builder into, Moment moment, SplitMix random) {
    double fair = path.price();
    double half = fair * trading.spread() / 2 * path.heat();
    // Never under one tick: the path stays above 1.5 ticks, and half a spread under a quarter of
    // it.
    bidTicks = (long) Math.floor(fair - half);
    askTicks = Math.max(bidTicks + 1, (long) Math.ceil(fair + half));
    bidLots = lots(moment.crowd, random);
    askLots = lots(moment.crowd, random);
    into.quote(
        id,
        moment.tsEvent,
        moment.tsInit,
        bidTicks * tickSize,
        bidLots * lotSize,
        askTicks * tickSize,
        askLots * lotSize);
  }

  private void trade(MarketBatch.Builder into, Moment moment, int times, SplitMix random) {
    // After a rise more trades lift the offer than hit the bid.
    boolean buyer = random.uniform() < 0.5 + 0.5 * trading.flow() * path.pressure();
    long price = (buyer ? askTicks : bidTicks) * tickSize;
    int lots = 1 + random.below(buyer ? askLots : bidLots);
    into.trade(id, moment.tsEvent, moment.tsInit, price, (long) times * lots * lotSize);
  }

  private int lots(double crowd, SplitMix random) {
    int most = (int) Math.max(1, (2 * trading.sizeLots() - 1) * Math.min(4, crowd));
    return 1 + random.below(most);
  }
}
