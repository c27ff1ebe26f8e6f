package io.headgate.spi.feature;

import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One number about one instrument, kept up to date event by event.
 *
 * <p>Its value depends on the events since the last {@link #reset} alone: not on the time of day,
 * on chance, or on how often it is read. So it is the same live and in training, and cannot know
 * what comes later. Used by one thread at a time. Its callbacks run on the order loop: constant
 * time, no input or output, and no allocation where it can be avoided.
 */
@ConsumerType
public interface Feature {

  /**
   * The next price of the instrument, which is what periods count; see {@link Steps}.
   *
   * @param price above 0, in the instrument's currency
   */
  default void onStep(double price) {}

  /** A quote of any kind, also one-sided or crossed; before {@link #onStep} of the same event. */
  default void onQuote(Quote quote) {}

  /** A trade; before {@link #onStep} of the same event. */
  default void onTrade(Trade trade) {}

  /** Its value, finite; {@link Double#NaN} while it is warming up. Changes nothing. */
  double value();

  /** Forgets all events. */
  void reset();
}
