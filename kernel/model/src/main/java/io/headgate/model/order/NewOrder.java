package io.headgate.model.order;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;

/**
 * A new single order.
 *
 * <p>The constructor refuses only what no instrument could accept (a quantity that is not
 * positive); ticks, lots and limits are checked by the engine and the rules, which deny with a
 * reason.
 *
 * @param originator who asks
 * @param idempotencyKey see {@link OrderIntent#idempotencyKey()}
 * @param instrument what to trade
 * @param side buy or sell
 * @param type market or limit
 * @param quantity OrderQty, nine decimals, above 0
 * @param limitPrice Price, nine decimals; 0 for a market order
 * @param timeInForce how long it stays
 * @param expireTime ExpireTime of a GTD order, UTC nanoseconds since 1970; 0 otherwise
 * @param broker connector to send it to; empty: the instrument's venue decides
 */
public record NewOrder(
    Originator originator,
    String idempotencyKey,
    InstrumentId instrument,
    Side side,
    OrdType type,
    long quantity,
    long limitPrice,
    TimeInForce timeInForce,
    long expireTime,
    String broker)
    implements OrderIntent {

  private static final int MAX_KEY_LENGTH = 64;

  /**
   * @throws IllegalArgumentException if a field breaks its range; the message names it
   */
  public NewOrder {
    if (quantity <= 0) {
      throw new IllegalArgumentException(
          "quantity is %s, expected a number above 0".formatted(Fixed.format(quantity)));
    }
    if (type == OrdType.MARKET && limitPrice != 0) {
      throw new IllegalArgumentException("a MARKET order takes no limitPrice");
    }
    if (timeInForce == TimeInForce.GTD && expireTime <= 0) {
      throw new IllegalArgumentException("a GTD order needs an expireTime");
    }
    if (idempotencyKey.length() > MAX_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "idempotencyKey has %d characters, at most %d are allowed"
              .formatted(idempotencyKey.length(), MAX_KEY_LENGTH));
    }
  }

  /** A limit order without a key, sent to the instrument's own venue. */
  public static NewOrder limit(
      Originator originator,
      InstrumentId instrument,
      Side side,
      long quantity,
      long limitPrice,
      TimeInForce timeInForce) {
    return new NewOrder(
        originator, "", instrument, side, OrdType.LIMIT, quantity, limitPrice, timeInForce, 0, "");
  }

  /** A market order without a key, sent to the instrument's own venue. */
  public static NewOrder market(
      Originator originator, InstrumentId instrument, Side side, long quantity) {
    return new NewOrder(
        originator, "", instrument, side, OrdType.MARKET, quantity, 0, TimeInForce.IOC, 0, "");
  }

  /** The same order under an outside client's key. */
  public NewOrder withIdempotencyKey(String key) {
    return new NewOrder(
        originator,
        key,
        instrument,
        side,
        type,
        quantity,
        limitPrice,
        timeInForce,
        expireTime,
        broker);
  }
}
