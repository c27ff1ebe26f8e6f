package io.headgate.model.decision;

import io.headgate.model.number.Fixed;
import java.util.Locale;

/** What a measured value or a limit counts, and how its scaled long is read. */
public enum Unit {
  /** Units of the instrument, nine decimals. */
  QTY,
  /** Price, nine decimals, in the instrument's currency. */
  PRICE,
  /** Money, six decimals, in the account's currency. */
  AMOUNT,
  /** Ten-thousandths, nine decimals. */
  BPS,
  /** Hundredths, nine decimals. */
  PERCENT,
  /** A plain count. */
  COUNT,
  /** Events in one second, a plain count. */
  PER_SECOND,
  /** Milliseconds, a plain count. */
  MILLIS;

  /** The word in limit files and messages, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scaled value as plain text, without the unit. */
  public String format(long value) {
    return switch (this) {
      case QTY, PRICE, BPS, PERCENT -> Fixed.format(value);
      case AMOUNT -> Fixed.formatAmount(value);
      case COUNT, PER_SECOND, MILLIS -> Long.toString(value);
    };
  }

  /**
   * Reads a plain decimal in this unit.
   *
   * @throws NumberFormatException if the text is no number of this unit
   */
  public long parse(String text) {
    return switch (this) {
      case QTY, PRICE, BPS, PERCENT -> Fixed.parse(text);
      case AMOUNT -> Fixed.parseAmount(text);
      case COUNT, PER_SECOND, MILLIS -> Long.parseLong(Fixed.plain(text));
    };
  }
}
