package io.headgate.engine.internal.path;

import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;

/** Worst prices and what they deviate from the market. */
final class Pricing {

  /** Ten thousand basis points, nine decimals: the whole. */
  private static final long WHOLE_BPS = 10_000 * Fixed.ONE;

  private Pricing() {}

  /**
   * The terms that go to the venue: a market order becomes a limit order at the collar's bound.
   *
   * @throws ArithmeticException if the bound is out of range
   */
  static NewOrder collared(
      NewOrder order,
      Instrument instrument,
      long reference,
      ResolvedLimits limits,
      int fallbackBps) {
    if (order.type() != OrdType.MARKET) {
      return order;
    }
    long collar =
        Math.min(limits.block(LimitKind.PRICE_COLLAR), Math.multiplyExact(fallbackBps, Fixed.ONE));
    long distance = Fixed.mulDivFloor(reference, collar, WHOLE_BPS);
    boolean buy = order.side() == Side.BUY;
    long bound = buy ? Math.addExact(reference, distance) : Math.subtractExact(reference, distance);
    long price = Math.max(instrument.tickSize(), instrument.roundToTick(bound, buy));
    return new NewOrder(
        order.originator(),
        order.idempotencyKey(),
        order.instrument(),
        order.side(),
        OrdType.LIMIT,
        order.quantity(),
        price,
        order.timeInForce(),
        order.expireTime(),
        order.broker());
  }

  /**
   * Price that a notional is charged at: a buy pays its limit at most; a sell can get more than its
   * limit, up to the reference and the collar.
   *
   * @throws ArithmeticException if it is out of range
   */
  static long charged(NewOrder order, long reference, ResolvedLimits limits, int fallbackBps) {
    if (order.side() == Side.BUY) {
      return order.limitPrice();
    }
    long collar =
        Math.min(limits.block(LimitKind.PRICE_COLLAR), Math.multiplyExact(fallbackBps, Fixed.ONE));
    long above = Math.addExact(reference, Fixed.mulDivFloor(reference, collar, WHOLE_BPS));
    return Math.max(order.limitPrice(), above);
  }

  /** How far a limit price lies beyond the reference on the side that costs, basis points. */
  static long deviationBps(Side side, long price, long reference) {
    long beyond = Math.multiplyExact(Math.subtractExact(price, reference), side.sign());
    return Fixed.mulDivFloor(beyond, WHOLE_BPS, reference);
  }

  /** Whether there is anything to compare a price with. */
  static boolean hasReference(InstrumentMarket market) {
    return market.referencePrice() > 0;
  }
}
