package io.headgate.testkit.market;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import java.util.List;
import java.util.Random;

/**
 * A small random walk in ticks over a few instruments: mostly quotes, one trade in five. The same
 * seed gives the same market, always.
 */
public final class SeededMarket {

  private final List<Instrument> instruments;
  private final Random random;
  private final long stepNanos;
  private final long[] bidTicks;
  private long time;

  /**
   * @param seed of the walk
   * @param instruments that trade, at least one
   * @param startNanos time of the first event, UTC nanoseconds since 1970
   * @param stepNanos time between two events, nanoseconds
   */
  public SeededMarket(long seed, List<Instrument> instruments, long startNanos, long stepNanos) {
    this.instruments = List.copyOf(instruments);
    this.random = new Random(seed);
    this.stepNanos = stepNanos;
    this.time = startNanos - stepNanos;
    this.bidTicks = new long[this.instruments.size()];
    for (int i = 0; i < bidTicks.length; i++) {
      Instrument instrument = this.instruments.get(i);
      bidTicks[i] = startPrice(instrument) / instrument.tickSize();
    }
  }

  private static long startPrice(Instrument instrument) {
    return switch (instrument.assetClass()) {
      case FX_SPOT -> Fixed.parse("1.1");
      case FUTURE -> 5_000 * Fixed.ONE;
      case EQUITY, DEBT, OPTION, CRYPTO -> 100 * Fixed.ONE;
    };
  }

  /** The next rows of the market. */
  public MarketBatch next(int rows) {
    MarketBatch.Builder batch = MarketBatch.builder("seeded");
    for (int row = 0; row < rows; row++) {
      add(batch);
    }
    return batch.build();
  }

  /** Time of the latest row, UTC nanoseconds since 1970. */
  public long time() {
    return time;
  }

  private void add(MarketBatch.Builder batch) {
    int at = random.nextInt(bidTicks.length);
    Instrument instrument = instruments.get(at);
    long tick = instrument.tickSize();
    time += stepNanos;
    bidTicks[at] = Math.max(1, bidTicks[at] + random.nextInt(5) - 2);
    long bid = bidTicks[at] * tick;
    long ask = bid + (1 + random.nextInt(3)) * tick;
    if (random.nextInt(5) == 0) {
      batch.trade(instrument.id(), time, time, random.nextBoolean() ? bid : ask, size(instrument));
    } else {
      batch.quote(instrument.id(), time, time, bid, size(instrument), ask, size(instrument));
    }
  }

  private long size(Instrument instrument) {
    return instrument.lotSize() * (1 + random.nextInt(500));
  }
}
