package io.headgate.data.simulator.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All instruments, ticking in a random order from an opening to a close, session after session.
 * What happens depends on the seed, the settings and the number of the tick alone, never on the
 * time of day. Not safe for use by several threads.
 *
 * <p>A session opens with a quote of each instrument and then a large trade of each, and closes
 * with another large trade of each; before it, prices move over the break.
 */
final class Market {

  /** Name of the sector of what belongs to none. */
  private static final String NO_SECTOR = "-";

  private final long startNanos;
  private final double secondsPerTick;
  private final double factorStep;
  private final SplitMix random;
  private final Book[] books;
  private final Map<String, Sector> sectors = new LinkedHashMap<>();
  private final Moment moment = new Moment();
  private final Session session;
  private final Volatility climate;
  private final double[] crowds;
  private final double[] bustles;
  private long ticks;
  private long opened;
  private long partEnds;

  Market(Settings settings, List<Instrument> instruments) {
    Dynamics dynamics = settings.dynamics();
    this.startNanos = settings.delivery().startNanos();
    this.secondsPerTick = dynamics.secondsPerTick();
    this.factorStep = Math.sqrt(secondsPerTick);
    this.random = new SplitMix(settings.seed());
    this.session = Session.of(settings.delivery(), settings.hours(), instruments.size());
    this.crowds = Session.crowds(dynamics.weather().smile());
    this.bustles = new double[crowds.length];
    for (int i = 0; i < crowds.length; i++) {
      bustles[i] = Math.sqrt(crowds[i]);
    }
    this.climate =
        new Volatility(
            dynamics.weather().meanSeconds(),
            dynamics.weather().strength() * Math.sqrt(1 - PricePath.OWN_WEATHER),
            random);
    this.books = new Book[instruments.size()];
    for (int i = 0; i < books.length; i++) {
      Instrument instrument = instruments.get(i);
      Sector sector =
          sectors.computeIfAbsent(instrument.sector(), name -> new Sector(!name.equals(NO_SECTOR)));
      Long start = settings.startPrices().get(instrument.id());
      long price = start == null ? Book.defaultPrice(instrument) : start;
      books[i] = new Book(instrument, price, dynamics, sector, random);
    }
  }

  /** Ticks so far. */
  long ticks() {
    return ticks;
  }

  Session session() {
    return session;
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
      moment.tsEvent = startNanos + session.nanos(ticks);
      moment.tsInit = moment.tsEvent;
      next(into);
    }
  }

  private void next(MarketBatch.Builder into) {
    long place = ticks - opened;
    if (place >= partEnds) {
      place = turnThePage(place);
    }
    ticks++;
    moment.marketSeconds = ticks * secondsPerTick;
    moment.factor += factorStep * random.bell();
    moment.climate = climate.at(moment.marketSeconds, random);
    long toTheEnd = session.ticks() - place;
    if (place < books.length) {
      books[(int) place].open(into, moment, random);
    } else if (place < 2L * books.length) {
      books[(int) place - books.length].call(into, moment, random);
    } else if (toTheEnd <= books.length) {
      books[books.length - (int) toTheEnd].call(into, moment, random);
    } else {
      books[random.below(books.length)].tick(into, moment, random);
    }
  }

  /** Goes on to the next part of the session, or to the next session; says the place there. */
  private long turnThePage(long place) {
    long now = place;
    if (place == session.ticks()) {
      sleep();
      opened = ticks;
      now = 0;
    }
    int part = session.part(now);
    moment.crowd = crowds[part];
    moment.bustle = bustles[part];
    partEnds = session.partEnds(part);
    return now;
  }

  private void sleep() {
    for (Sector sector : sectors.values()) {
      sector.sleep(random);
    }
    double market = random.bell();
    for (Book book : books) {
      book.gap(market, random);
    }
  }
}
