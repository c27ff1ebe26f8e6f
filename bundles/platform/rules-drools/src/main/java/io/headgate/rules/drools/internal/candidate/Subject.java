package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextText;
import org.jspecify.annotations.Nullable;

/**
 * For whom past orders were, and the limits that each side of a comparison last held them against.
 * One thread only.
 */
final class Subject {

  private final int hash;
  private final String account;
  private final String trader;
  private final String strategy;
  private final String symbol;
  private final String venue;
  private final LimitSubject asked;
  private final @Nullable Held[] held = new @Nullable Held[Subjects.SIDES];

  /** Limits, from the first moment for which they were asked. */
  static final class Held {
    private final ResolvedLimits limits;
    private final long from;
    private @Nullable ResolvedLimits compared;
    private boolean same;

    private Held(ResolvedLimits limits, long from) {
      this.limits = limits;
      this.from = from;
    }

    ResolvedLimits limits() {
      return limits;
    }

    private boolean isRight(long time) {
      return from <= time && time < limits.validUntil();
    }

    /** Mostly asked about the same other limits again and again. */
    @SuppressWarnings("ReferenceEquality") // equals is what this spares
    boolean sameAs(ResolvedLimits others) {
      if (compared != others) {
        same = limits.equals(others);
        compared = others;
      }
      return same;
    }
  }

  /**
   * @param image one of its orders
   * @param hash of its names
   * @param instrument its instrument
   */
  Subject(ContextImage image, int hash, Instrument instrument) {
    this.hash = hash;
    this.account = image.text(ContextText.ACCOUNT);
    this.trader = image.text(ContextText.TRADER);
    this.strategy = image.text(ContextText.STRATEGY);
    this.symbol = image.text(ContextText.SYMBOL);
    this.venue = image.text(ContextText.VENUE);
    this.asked = new LimitSubject(new Originator(account, trader, strategy), instrument);
  }

  int hash() {
    return hash;
  }

  /** Whether an order is of this subject. */
  boolean is(ContextImage image, int itsHash) {
    return hash == itsHash
        && account.equals(image.text(ContextText.ACCOUNT))
        && trader.equals(image.text(ContextText.TRADER))
        && strategy.equals(image.text(ContextText.STRATEGY))
        && symbol.equals(image.text(ContextText.SYMBOL))
        && venue.equals(image.text(ContextText.VENUE));
  }

  /**
   * The limits at a moment.
   *
   * @param side which side of the comparison asks, below {@link Subjects#SIDES}
   * @param limits that side's limits
   * @param time the moment, UTC nanoseconds since 1970
   */
  Held heldBy(int side, LimitTrial limits, long time) {
    Held known = held[side];
    if (known == null || !known.isRight(time)) {
      known = new Held(limits.resolve(asked, time), time);
      held[side] = known;
    }
    return known;
  }
}
