package io.headgate.data.replay.internal.row;

import io.headgate.model.number.Fixed;
import java.math.BigDecimal;

/**
 * By how much recorded numbers were multiplied: a power of ten, because then nothing is rounded.
 *
 * @param power its exponent: 4 where prices are recorded × 10000
 */
public record Scale(int power) {

  /**
   * Reads a scale such as {@code 1} or {@code 10000}.
   *
   * @throws IllegalArgumentException if it is no power of ten from 0.000000001 to 1000000000
   */
  public static Scale parse(String key, String text) {
    try {
      BigDecimal number = new BigDecimal(text.trim()).stripTrailingZeros();
      boolean isPower = number.unscaledValue().intValue() == 1 && number.precision() == 1;
      if (isPower && Math.abs(number.scale()) <= Fixed.DECIMALS) {
        return new Scale(-number.scale());
      }
    } catch (NumberFormatException e) {
      throw wrong(key, text);
    }
    throw wrong(key, text);
  }

  private static IllegalArgumentException wrong(String key, String text) {
    return new IllegalArgumentException(
        ("%s is '%s', expected a power of ten from 0.000000001 to 1000000000: 10000 where the file"
                + " holds prices × 10000")
            .formatted(key, text));
  }

  /** One recorded unit is ten to this power of our nine-decimal units: 0 to 18. */
  int exponent() {
    return Fixed.DECIMALS - power;
  }
}
