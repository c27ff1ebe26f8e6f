package io.headgate.spi.rules;

import java.util.Locale;

/** The texts of an {@link OrderContext}, read in rules by the name of their getter. */
public enum ContextText {
  /** Account that pays. */
  ACCOUNT,
  /** Responsible person or desk; {@code -} where there is none. */
  TRADER,
  /** Strategy that asks; {@code -} where there is none. */
  STRATEGY,
  /** {@code SYMBOL.VENUE}. */
  INSTRUMENT,
  /** Symbol alone. */
  SYMBOL,
  /** Venue alone. */
  VENUE,
  /** Sector of the instrument; {@code -} where it has none. */
  SECTOR,
  /** Currency of the instrument. */
  CURRENCY,
  /** {@code EQUITY}, {@code FX_SPOT}, … */
  ASSET_CLASS,
  /** {@code BUY} or {@code SELL}. */
  SIDE,
  /** {@code MARKET} or {@code LIMIT}. */
  ORD_TYPE,
  /** {@code DAY}, {@code GTC}, {@code IOC}, {@code FOK} or {@code GTD}. */
  TIME_IN_FORCE,
  /** {@code NEW} or {@code REPLACE}. */
  REQUEST,
  /** {@code CLOSED}, {@code OPENING_AUCTION}, {@code OPEN} or {@code CLOSING_AUCTION}. */
  PHASE;

  /** Name in rules and examples, for example {@code timeInForce}. */
  public String property() {
    return camelCase(name().toLowerCase(Locale.ROOT));
  }

  static String camelCase(String snake) {
    StringBuilder camel = new StringBuilder(snake.length());
    boolean upper = false;
    for (int i = 0; i < snake.length(); i++) {
      char c = snake.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }
}
