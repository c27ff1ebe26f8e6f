package io.headgate.engine.internal.market;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import java.util.ArrayList;
import java.util.List;

/** What the market of one instrument last did. */
public final class InstrumentMarket {

  private Instrument instrument;
  private final String name;
  private final List<MarketSubscriber> firstSubscribers = new ArrayList<>();
  private final List<MarketSubscriber> subscribers = new ArrayList<>();
  private final PriceRange range = new PriceRange();
  private SessionHours session;
  private long bidPrice;
  private long bidSize;
  private long askPrice;
  private long askSize;
  private long lastPrice;
  private long quoteTime;
  private long tradeTime;
  private long journalled;
  private boolean watched;
  private boolean moved;

  InstrumentMarket(Instrument instrument) {
    this.instrument = instrument;
    this.name = instrument.id().toString();
    this.session = new SessionHours(instrument.calendar());
  }

  /**
   * Takes over changed reference data.
   *
   * @return whether anything has changed
   */
  boolean refresh(Instrument current) {
    if (current.equals(instrument)) {
      instrument = current;
      return false;
    }
    instrument = current;
    session = new SessionHours(current.calendar());
    return true;
  }

  /** {@code SYMBOL.VENUE}. */
  String name() {
    return name;
  }

  /** The instrument. */
  public Instrument instrument() {
    return instrument;
  }

  /** Its session. */
  public SessionHours session() {
    return session;
  }

  /** Where its price has been within the last minutes. */
  public PriceRange range() {
    return range;
  }

  /** From now on the book keeps that it has moved, for {@link MarketBook#takeMoved}. */
  public void watch() {
    watched = true;
  }

  /** Whether this move is the first of a watched market since it was taken. */
  boolean movesFirst() {
    boolean first = watched && !moved;
    moved |= watched;
    return first;
  }

  void taken() {
    moved = false;
  }

  /** Best bid; 0 where there is none. */
  public long bidPrice() {
    return bidPrice;
  }

  /** Size at the best bid. */
  public long bidSize() {
    return bidSize;
  }

  /** Best offer; 0 where there is none. */
  public long askPrice() {
    return askPrice;
  }

  /** Size at the best offer. */
  public long askSize() {
    return askSize;
  }

  /** Price of the last trade or bar; 0 where there was none. */
  public long lastPrice() {
    return lastPrice;
  }

  private boolean isTwoSided() {
    return bidPrice > 0 && askPrice > 0;
  }

  /** Mid of a two-sided quote, else the last trade, else the one side that there is, else 0. */
  public long referencePrice() {
    if (isTwoSided()) {
      return bidPrice + (askPrice - bidPrice) / 2;
    }
    return lastPrice > 0 ? lastPrice : Math.max(bidPrice, askPrice);
  }

  /** Keeps the reference price of a decision in the journal, until the market gives one. */
  public void remember(long price) {
    journalled = price;
  }

  /** The reference price; before the first data, that of the last decision; else 0. */
  public long markPrice() {
    long reference = referencePrice();
    return reference > 0 ? reference : journalled;
  }

  /** When the data behind the reference price was received, UTC nanoseconds since 1970. */
  public long referenceTime() {
    return isTwoSided() || lastPrice == 0 ? quoteTime : tradeTime;
  }

  /** Those who are told before the subscribers. */
  List<MarketSubscriber> firstSubscribers() {
    return firstSubscribers;
  }

  List<MarketSubscriber> subscribers() {
    return subscribers;
  }

  void apply(MarketBatch batch, int row) {
    switch (batch.kind(row)) {
      case QUOTE -> {
        bidPrice = batch.value(row, 0);
        bidSize = batch.value(row, 1);
        askPrice = batch.value(row, 2);
        askSize = batch.value(row, 3);
        quoteTime = batch.tsInit(row);
      }
      case TRADE -> {
        lastPrice = batch.value(row, 0);
        tradeTime = batch.tsInit(row);
      }
      case BAR -> {
        lastPrice = batch.value(row, 3);
        tradeTime = batch.tsInit(row);
      }
    }
    range.add(referencePrice(), batch.tsInit(row));
  }
}
