package io.headgate.engine.internal.market;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.MarketEvent;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.reference.ReferenceData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the market last did, for every instrument, and who is told of it. */
public final class MarketBook {

  private final ReferenceData reference;
  private final FxRates fxRates;
  private final Alarms alarms;
  private final Map<InstrumentId, InstrumentMarket> markets = new HashMap<>();
  private final Set<InstrumentId> unknown = new HashSet<>();
  private final List<InstrumentMarket> moved = new ArrayList<>();
  private long applied;
  private long dropped;

  /** Starts empty: an instrument without data has no price, and orders for it are denied. */
  public MarketBook(ReferenceData reference, FxRates fxRates, Alarms alarms) {
    this.reference = reference;
    this.fxRates = fxRates;
    this.alarms = alarms;
  }

  /**
   * The market of an instrument, with the reference data as they are now; null if the node does not
   * know the instrument, or not any more.
   */
  @SuppressWarnings("ReferenceEquality") // the quick look; the thorough one follows
  public @Nullable InstrumentMarket market(InstrumentId id) {
    Instrument instrument = reference.instrument(id);
    if (instrument == null) {
      return null;
    }
    InstrumentMarket market = markets.get(id);
    if (market == null) {
      market = new InstrumentMarket(instrument);
      markets.put(id, market);
      return market;
    }
    return market.instrument() == instrument || refresh(market, instrument) ? market : null;
  }

  /** False if it has become another instrument under the same name. */
  private boolean refresh(InstrumentMarket market, Instrument current) {
    Instrument before = market.instrument();
    if (!current.currency().equals(before.currency())) {
      alarms.raise(
          "market.currency." + market.name(),
          Alarm.Level.CRITICAL,
          "the currency of %s was changed from %s to %s while the node runs; its orders are denied until the next start, or until etc/reference/instruments.csv has %s again"
              .formatted(market.name(), before.currency(), current.currency(), before.currency()));
      return false;
    }
    alarms.clear("market.currency." + market.name());
    if (market.refresh(current) && market.movesFirst()) {
      moved.add(market);
    }
    return true;
  }

  /** Takes over changed reference data of every market; those of an order are taken at once. */
  @SuppressWarnings("ReferenceEquality") // as above
  public void refresh() {
    for (InstrumentMarket market : markets.values()) {
      Instrument current = reference.instrument(market.instrument().id());
      if (current != null && current != market.instrument()) {
        boolean ignored = refresh(market, current);
      }
    }
  }

  /** As {@link #market}, without a look at changed reference data. */
  private @Nullable InstrumentMarket known(InstrumentId id) {
    InstrumentMarket market = markets.get(id);
    return market == null ? market(id) : market;
  }

  /** {@code SYMBOL.VENUE} of an instrument, without making the text again for every order. */
  public String name(InstrumentId id) {
    InstrumentMarket market = markets.get(id);
    return market == null ? id.toString() : market.name();
  }

  /** Keeps the reference price of a decision in the journal, until the market gives one. */
  public void remember(InstrumentId id, long price) {
    InstrumentMarket market = market(id);
    if (market != null) {
      market.remember(price);
      if (market.movesFirst()) {
        moved.add(market);
      }
    }
  }

  /** Reference price of an instrument; 0 where there is none. */
  public long referencePrice(InstrumentId id) {
    InstrumentMarket market = markets.get(id);
    return market == null ? 0 : market.referencePrice();
  }

  /** Takes one row in and tells its subscribers. */
  public void apply(MarketBatch batch, int row) {
    InstrumentMarket market = known(batch.instrument(row));
    if (market == null) {
      refuseUnknown(batch, row);
      return;
    }
    if (isAbsurd(batch, row)) {
      dropped++;
      alarms.raise(
          "market.absurd",
          Alarm.Level.WARNING,
          "dropped %s of feed %s: a price below zero or none at all; look at the feed's data"
              .formatted(batch.event(row), batch.source()));
      return;
    }
    market.apply(batch, row);
    if (market.movesFirst()) {
      moved.add(market);
    }
    applied++;
    if (batch.kind(row) == MarketBatch.Kind.QUOTE) {
      fxRates.onQuote(market.instrument(), market.referencePrice(), market.referenceTime());
    }
    List<MarketSubscriber> first = market.firstSubscribers();
    List<MarketSubscriber> subscribers = market.subscribers();
    if (!first.isEmpty() || !subscribers.isEmpty()) {
      MarketEvent event = batch.event(row);
      tell(first, event);
      tell(subscribers, event);
    }
  }

  private static void tell(List<MarketSubscriber> subscribers, MarketEvent event) {
    for (int i = 0; i < subscribers.size(); i++) {
      subscribers.get(i).onEvent(event);
    }
  }

  private static boolean isAbsurd(MarketBatch batch, int row) {
    return switch (batch.kind(row)) {
      case QUOTE ->
          batch.value(row, 0) < 0
              || batch.value(row, 2) < 0
              || (batch.value(row, 0) == 0 && batch.value(row, 2) == 0);
      case TRADE -> batch.value(row, 0) <= 0;
      case BAR -> batch.value(row, 3) <= 0;
    };
  }

  private void refuseUnknown(MarketBatch batch, int row) {
    dropped++;
    if (unknown.add(batch.instrument(row))) {
      alarms.raise(
          "market.unknown-instrument",
          Alarm.Level.WARNING,
          "feed %s sends %s, which is not in etc/reference/instruments.csv; its events are dropped"
              .formatted(batch.source(), batch.instrument(row)));
    }
  }

  /** Hands over every watched market that has moved since the last time, once. */
  public void takeMoved(Consumer<InstrumentMarket> taker) {
    for (int i = 0; i < moved.size(); i++) {
      moved.get(i).taken();
      taker.accept(moved.get(i));
    }
    moved.clear();
  }

  /** Subscribes to an instrument; false if the node does not know it. */
  public boolean subscribe(InstrumentId id, MarketSubscriber subscriber) {
    InstrumentMarket market = market(id);
    return market != null && market.subscribers().add(subscriber);
  }

  /**
   * Subscribes to an instrument, to be told before those who merely subscribe; false if the node
   * does not know it.
   */
  public boolean subscribeFirst(InstrumentId id, MarketSubscriber subscriber) {
    InstrumentMarket market = market(id);
    return market != null && market.firstSubscribers().add(subscriber);
  }

  /** Ends all subscriptions of a subscriber. */
  public void unsubscribe(MarketSubscriber subscriber) {
    for (InstrumentMarket market : markets.values()) {
      market.firstSubscribers().remove(subscriber);
      market.subscribers().remove(subscriber);
    }
  }

  /** Events taken in. */
  public long applied() {
    return applied;
  }

  /** Events refused. */
  public long dropped() {
    return dropped;
  }
}
