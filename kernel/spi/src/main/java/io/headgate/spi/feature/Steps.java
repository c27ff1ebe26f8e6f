package io.headgate.spi.feature;

import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.number.Fixed;

/**
 * Counts the steps of one instrument: the unit of every period and horizon, live and in training.
 *
 * <p>A step is one price, counted by events and not by time. A quote with both sides, the bid not
 * above the ask, is a step at its mid. Where there have been no such quotes, a trade is a step at
 * its price; where there have been neither, a bar is a step at its close. When a better source
 * appears (a first quote after trades), counting begins anew at 1, because a mid and a trade price
 * must not be compared as if the market had moved.
 */
public final class Steps {

  private Source source = Source.NONE;
  private long count;
  private double price = Double.NaN;

  /** What steps are made of, from worst to best. */
  public enum Source {
    NONE,
    BAR,
    TRADE,
    QUOTE
  }

  /** What an event was. */
  public enum Outcome {
    /** No step. */
    NONE,
    /** The next step. */
    STEP,
    /** The first step of a better source: what was known before no longer counts. */
    RESTART
  }

  /** Takes the next event of the instrument. */
  public Outcome observe(MarketEvent event) {
    Source of = sourceOf(event);
    if (of == Source.NONE || of.compareTo(source) < 0) {
      return Outcome.NONE;
    }
    boolean better = of != source;
    boolean restart = better && source != Source.NONE;
    source = of;
    count = better ? 1 : count + 1;
    price = priceOf(event);
    return restart ? Outcome.RESTART : Outcome.STEP;
  }

  private static Source sourceOf(MarketEvent event) {
    if (event instanceof Quote quote) {
      boolean usable = quote.isTwoSided() && quote.bidPrice() <= quote.askPrice();
      return usable ? Source.QUOTE : Source.NONE;
    }
    if (event instanceof Trade trade) {
      return trade.price() > 0 ? Source.TRADE : Source.NONE;
    }
    return ((Bar) event).close() > 0 ? Source.BAR : Source.NONE;
  }

  private static double priceOf(MarketEvent event) {
    if (event instanceof Quote quote) {
      return (Fixed.toDouble(quote.bidPrice()) + Fixed.toDouble(quote.askPrice())) / 2;
    }
    if (event instanceof Trade trade) {
      return Fixed.toDouble(trade.price());
    }
    return Fixed.toDouble(((Bar) event).close());
  }

  /** Steps of the present source so far. */
  public long count() {
    return count;
  }

  /** Price of the latest step; {@link Double#NaN} before the first. */
  public double price() {
    return price;
  }

  /** What steps are made of at present. */
  public Source source() {
    return source;
  }
}
