package io.headgate.data.simulator.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import java.util.List;

/**
 * All instruments, ticking in a random order. What happens depends on the seed, the settings and
 * the number of the tick alone, never on the time of day. Not safe for use by several threads.
 */
final class Market {

  private final Settings.Delivery delivery;
  private final double secondsPerTick;
  private final double factorStep;
  private final SplitMix random;
  private final Book[] books;
  private final Moment moment = new Moment();
  private final double meanClimate;
  private double climateEnds;
  private long ticks;

  Market(Settings settings, List<Instrument> instruments) {
    this.delivery = settings.delivery();
    this.secondsPerTick = settings.dynamics().secondsPerTick();
    this.factorStep = Math.sqrt(secondsPerTick);
    this.meanClimate = settings.dynamics().trend().meanSeconds();
    this.random = new SplitMix(settings.seed());
    this.books = new Book[instruments.size()];
    for (int i = 0; i < books.length; i++) {
      Instrument instrument = instruments.get(i);
      Long start = settings.startPrices().get(instrument.id());
      long price = start == null ? Book.defaultPrice(instrument) : start;
      books[i] = new Book(instrument, price, settings.dynamics(), random);
    }
  }

  /** Ticks so far. */
  long ticks() {
    return ticks;
  }

  /** Adds ticks that all happen now. */
  void fill(MarketBatch.Builder into, int rows, long nowNanos) {
    moment.tsEvent = nowNanos;
    moment.tsInit = nowNanos;
    for (int i = 0; i < rows; i++) {
      next(into);
    }
  }

  /** Adds ticks at the feed's own time. */
  void fillOnOwnTime(MarketBatch.Builder into, int rows) {
    for (int i = 0; i < rows; i++) {
      moment.tsEvent = delivery.ownTime(ticks);
      moment.tsInit = moment.tsEvent;
      next(into);
    }
  }

  private void next(MarketBatch.Builder into) {
    ticks++;
    moment.marketSeconds = ticks * secondsPerTick;
    moment.factor += factorStep * random.bell();
    if (moment.marketSeconds >= climateEnds) {
      changeClimate();
    }
    books[random.below(books.length)].tick(into, moment, random);
  }

  /** Four spells in five are calm, from 0.6 to 1.1; the fifth is wild, from 2 to 2.8. */
  private void changeClimate() {
    double spell = random.uniform();
    moment.climate = 0.6 + (spell < 0.8 ? 0.6 * spell : 2.2 * spell * spell);
    climateEnds = moment.marketSeconds + random.exponential(meanClimate);
  }
}
