package io.headgate.brokers.paper.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.reference.ReferenceData;
import org.jspecify.annotations.Nullable;

/** What the venue asks of an order's terms, by the instrument's reference data. */
final class Terms {

  private Terms() {}

  /** Why the venue does not take these terms; null if it does. */
  static @Nullable String fault(NewOrder order, ReferenceData reference, long now) {
    Instrument instrument = reference.instrument(order.instrument());
    if (instrument == null) {
      return "unknown instrument " + order.instrument();
    }
    if (reference.account(order.originator().account()) == null) {
      return "unknown account " + order.originator().account();
    }
    if (order.quantity() % instrument.lotSize() != 0) {
      return "quantity %s is not a multiple of the lot %s"
          .formatted(Fixed.format(order.quantity()), Fixed.format(instrument.lotSize()));
    }
    if (order.timeInForce() == TimeInForce.GTD && order.expireTime() <= now) {
      return "the expire time has passed";
    }
    return order.type() == OrdType.LIMIT ? priceFault(order, instrument) : null;
  }

  private static @Nullable String priceFault(NewOrder order, Instrument instrument) {
    if (order.limitPrice() <= 0) {
      return "price %s is not above 0".formatted(Fixed.format(order.limitPrice()));
    }
    if (order.limitPrice() % instrument.tickSize() != 0) {
      return "price %s is not a multiple of the tick %s"
          .formatted(Fixed.format(order.limitPrice()), Fixed.format(instrument.tickSize()));
    }
    return null;
  }

  /** Why an order cannot be changed into these terms; null if it can. */
  static @Nullable String changeFault(
      PaperOrder order, NewOrder next, ReferenceData reference, long now) {
    NewOrder terms = order.terms();
    if (!next.instrument().equals(terms.instrument())
        || next.side() != terms.side()
        || next.type() != terms.type()
        || !next.originator().account().equals(terms.originator().account())) {
      return "instrument, side, type and account cannot be replaced";
    }
    if (next.quantity() < order.cumQty()) {
      return "quantity %s is below what is filled, %s"
          .formatted(Fixed.format(next.quantity()), Fixed.format(order.cumQty()));
    }
    return fault(next, reference, now);
  }

  /** When an order ends by itself, UTC nanoseconds since 1970; 0 for never. */
  static long expireAt(NewOrder order, ReferenceData reference, long now) {
    Instrument instrument = reference.instrument(order.instrument());
    return switch (order.timeInForce()) {
      case GTD -> order.expireTime();
      case DAY -> instrument == null ? 0 : instrument.calendar().nextRoll(now);
      case GTC, IOC, FOK -> 0;
    };
  }
}
