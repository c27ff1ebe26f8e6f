package io.headgate.model.instrument;

import io.headgate.model.number.Fixed;

/**
 * An instrument with the reference data that orders, rules and P&amp;L need.
 *
 * @param id symbol and venue
 * @param assetClass broad kind
 * @param currency ISO 4217 code in which it is priced and settled
 * @param multiplier money per one unit of price and one unit of quantity, nine decimals, above 0
 * @param tickSize smallest price step, nine decimals, above 0
 * @param lotSize smallest quantity step, nine decimals, above 0
 * @param sector the firm's own sector name; {@code -} where it has none
 * @param calendar trading hours and day roll
 */
public record Instrument(
    InstrumentId id,
    AssetClass assetClass,
    String currency,
    long multiplier,
    long tickSize,
    long lotSize,
    String sector,
    TradingCalendar calendar) {

  /**
   * @throws IllegalArgumentException if the currency is no three-letter code or a number is not
   *     positive
   */
  public Instrument {
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "currency of %s is '%s', expected an ISO 4217 code such as USD".formatted(id, currency));
    }
    requirePositive(id, "multiplier", multiplier);
    requirePositive(id, "tickSize", tickSize);
    requirePositive(id, "lotSize", lotSize);
  }

  private static void requirePositive(InstrumentId id, String field, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "%s of %s is %s, expected a number above 0".formatted(field, id, Fixed.format(value)));
    }
  }

  /** A price rounded to this instrument's ticks, towards the passive side of {@code buy}. */
  public long roundToTick(long price, boolean buy) {
    long floored = Math.floorDiv(price, tickSize) * tickSize;
    return buy || floored == price ? floored : Math.addExact(floored, tickSize);
  }

  /** A quantity rounded down to whole lots. */
  public long roundToLot(long quantity) {
    return quantity / lotSize * lotSize;
  }
}
