package io.headgate.engine.internal.position;

import io.headgate.engine.internal.market.FxRates;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;

/** One position with its profit and loss at average cost. */
final class PositionState {

  private final PositionKey key;
  private final Instrument instrument;
  private final String accountCurrency;
  private long quantity;
  private long avgPrice;
  private long realized;
  private long fees;
  private long fills;
  private long version;

  PositionState(PositionKey key, Instrument instrument, String accountCurrency) {
    this.key = key;
    this.instrument = instrument;
    this.accountCurrency = accountCurrency;
  }

  /** Adds a trade: signed quantity, its price, the FX rate into the account's currency. */
  void trade(long signed, long price, long fxRate) {
    long after = Math.addExact(quantity, signed);
    boolean grows = quantity == 0 || Long.signum(quantity) == Long.signum(signed);
    if (grows) {
      avgPrice = Math.addExact(avgPrice, Fixed.mulDivFloor(price - avgPrice, signed, after));
    } else {
      long closed = Math.abs(signed) <= Math.abs(quantity) ? Math.negateExact(signed) : quantity;
      realized =
          Math.addExact(
              realized, Fixed.amount(price - avgPrice, closed, instrument.multiplier(), fxRate));
      if (after == 0) {
        avgPrice = 0;
      } else if (Long.signum(after) != Long.signum(quantity)) {
        avgPrice = price;
      }
    }
    quantity = after;
    fills++;
    version++;
  }

  /** Adds a fee in the account's currency, six decimals. */
  void fee(long amount) {
    fees = Math.addExact(fees, amount);
  }

  PositionKey key() {
    return key;
  }

  Instrument instrument() {
    return instrument;
  }

  String accountCurrency() {
    return accountCurrency;
  }

  long quantity() {
    return quantity;
  }

  long avgPrice() {
    return avgPrice;
  }

  long realized() {
    return realized;
  }

  long fees() {
    return fees;
  }

  long version() {
    return version;
  }

  /** A copy for others, marked at a price; 0 for no mark. */
  Position snapshot(long mark, long fxRate) {
    long unrealized =
        mark == 0 || quantity == 0 || fxRate == FxRates.NONE
            ? 0
            : Fixed.amount(mark - avgPrice, quantity, instrument.multiplier(), fxRate);
    return new Position(key, quantity, avgPrice, realized, fees, unrealized, mark, fills);
  }
}
