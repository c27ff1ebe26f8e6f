package io.headgate.model.market;

import io.headgate.model.instrument.InstrumentId;

/**
 * Best bid and offer.
 *
 * @param instrument what is quoted
 * @param tsEvent time at the source, UTC nanoseconds since 1970
 * @param tsInit time of receipt here, UTC nanoseconds since 1970
 * @param bidPrice nine decimals; 0 where there is no bid
 * @param bidSize nine decimals; 0 where unknown or absent
 * @param askPrice nine decimals; 0 where there is no offer
 * @param askSize nine decimals; 0 where unknown or absent
 */
public record Quote(
    InstrumentId instrument,
    long tsEvent,
    long tsInit,
    long bidPrice,
    long bidSize,
    long askPrice,
    long askSize)
    implements MarketEvent {

  /** Whether both sides are present. */
  public boolean isTwoSided() {
    return bidPrice > 0 && askPrice > 0;
  }

  /** Half way between bid and offer, nine decimals; the present side where one is absent. */
  public long mid() {
    if (bidPrice == 0 || askPrice == 0) {
      return Math.max(bidPrice, askPrice);
    }
    return bidPrice + (askPrice - bidPrice) / 2;
  }
}
