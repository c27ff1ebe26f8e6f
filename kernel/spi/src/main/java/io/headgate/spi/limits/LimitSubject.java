package io.headgate.spi.limits;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.order.Originator;

/**
 * Whose order in what: everything that decides which limits apply.
 *
 * @param originator account, trader and strategy
 * @param instrument instrument with its sector
 */
public record LimitSubject(Originator originator, Instrument instrument) {

  /** An odd number with bits all over: names that differ in a letter or two do not collide. */
  private static final int MIX = 0x9E3779B1;

  /**
   * Whether the same limits apply to both. Only what decides about limits is compared, so that an
   * instrument whose tick size has changed is still the same; no object is made.
   */
  public boolean hasLimitsOf(LimitSubject other) {
    Originator otherBy = other.originator;
    Instrument otherWhat = other.instrument;
    return originator.account().equals(otherBy.account())
        && originator.strategy().equals(otherBy.strategy())
        && originator.trader().equals(otherBy.trader())
        && instrument.id().symbol().equals(otherWhat.id().symbol())
        && instrument.id().venue().equals(otherWhat.id().venue())
        && instrument.sector().equals(otherWhat.sector());
  }

  /** A hash of the names, equal where {@link #hasLimitsOf} holds; no object is made. */
  public int namesHash() {
    return namesHash(
        originator.account(),
        originator.trader(),
        originator.strategy(),
        instrument.id().symbol(),
        instrument.id().venue());
  }

  /** The {@link #namesHash()} of a subject with these names, for whom it need not exist. */
  public static int namesHash(
      String account, String trader, String strategy, String symbol, String venue) {
    int hash = account.hashCode() * MIX;
    hash = (hash + trader.hashCode()) * MIX;
    hash = (hash + strategy.hashCode()) * MIX;
    hash = (hash + symbol.hashCode()) * MIX;
    hash = (hash + venue.hashCode()) * MIX;
    return hash ^ hash >>> 16;
  }
}
