package io.headgate.brokers.paper.internal;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.position.PositionKey;
import java.time.LocalDate;

/**
 * One thing that happened at the venue. The book is the fold over these; they are what the log
 * keeps. Times are UTC nanoseconds since 1970, prices and quantities have nine decimals.
 */
sealed interface VenueEvent {

  /** When it happened. */
  long time();

  /**
   * A new order stands.
   *
   * @param time when
   * @param id its ClOrdID
   * @param terms what it asks for
   * @param expireAt when it ends by itself; 0 for never
   */
  record Accepted(long time, ClOrdId id, NewOrder terms, long expireAt) implements VenueEvent {}

  /**
   * A request was refused; its ClOrdID is used up.
   *
   * @param time when
   * @param id its ClOrdID
   * @param text why
   */
  record Refused(long time, ClOrdId id, String text) implements VenueEvent {}

  /**
   * An order traded.
   *
   * @param time when
   * @param order first ClOrdID of the order
   * @param tradeKey identity of the trade, unique for ever
   * @param quantity above 0
   * @param price above 0
   * @param fee six decimals, in the instrument's currency
   * @param tradingDate the venue's trading date
   */
  record Filled(
      long time,
      ClOrdId order,
      String tradeKey,
      long quantity,
      long price,
      long fee,
      LocalDate tradingDate)
      implements VenueEvent {}

  /**
   * An order has new terms.
   *
   * @param time when
   * @param order first ClOrdID of the order
   * @param id ClOrdID of the request, the order's own from now on
   * @param terms what it asks for now
   * @param expireAt when it ends by itself; 0 for never
   */
  record Replaced(long time, ClOrdId order, ClOrdId id, NewOrder terms, long expireAt)
      implements VenueEvent {}

  /**
   * An order ended without being filled.
   *
   * @param time when
   * @param order first ClOrdID of the order
   * @param id ClOrdID of the request to cancel, or the order's latest where nobody asked
   * @param status CANCELED or EXPIRED
   * @param text why
   */
  record Ended(long time, ClOrdId order, ClOrdId id, OrdStatus status, String text)
      implements VenueEvent {}

  /**
   * A position that finished orders left, which the venue no longer keeps.
   *
   * @param time when they were forgotten
   * @param position whose, in what
   * @param quantity signed
   */
  record Carried(long time, PositionKey position, long quantity) implements VenueEvent {}

  /**
   * Requests of a node's epoch up to a sequence are used up, and what the venue does not hold of
   * them it has forgotten.
   *
   * @param time when they were forgotten
   * @param upTo the highest of them
   */
  record Forgotten(long time, ClOrdId upTo) implements VenueEvent {}
}
