package io.headgate.model.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Fixed-point numbers in a {@code long}.
 *
 * <p>Prices, quantities, multipliers and FX rates carry nine decimals ({@link #ONE} is 1.0; range
 * ±9,223,372,036.854775807). Money amounts carry six decimals ({@link #AMOUNT_ONE} is one unit of
 * currency; range ±9.22 × 10<sup>12</sup>), because a firm's notional outgrows nine decimals. Every
 * operation is exact or throws {@link ArithmeticException}; nothing wraps around silently.
 */
public final class Fixed {

  /** Decimals of a price, a quantity, a multiplier and an FX rate. */
  public static final int DECIMALS = 9;

  /** The scaled value of 1.0 for prices, quantities, multipliers and FX rates. */
  public static final long ONE = 1_000_000_000L;

  /** Decimals of a money amount. */
  public static final int AMOUNT_DECIMALS = 6;

  /** The scaled value of one currency unit for money amounts. */
  public static final long AMOUNT_ONE = 1_000_000L;

  /** Scale of price × quantity over the scale of an amount: 10^(9 + 9 - 6). */
  private static final long PRODUCT_TO_AMOUNT = 1_000_000_000_000L;

  private static final double LONG_RANGE = 0x1p63;

  private Fixed() {}

  /**
   * Reads a plain decimal number, such as {@code 1.38672} or {@code -3}.
   *
   * @throws NumberFormatException if the text is no number, has more than nine decimals that are
   *     not zero, or is out of range; the message says which
   */
  public static long parse(String text) {
    return parse(text, DECIMALS);
  }

  /**
   * Reads a money amount with at most six decimals.
   *
   * @throws NumberFormatException as {@link #parse(String)}
   */
  public static long parseAmount(String text) {
    return parse(text, AMOUNT_DECIMALS);
  }

  private static long parse(String text, int decimals) {
    BigDecimal number;
    try {
      number = new BigDecimal(plain(text));
    } catch (NumberFormatException e) {
      throw new NumberFormatException("'" + text + "' is not a decimal number");
    }
    return of(number, decimals, text);
  }

  /**
   * A number as it is written, without blanks around it. Digits of other scripts are none: they
   * look like other digits, or stand in the other order.
   *
   * @throws NumberFormatException if there is anything but ASCII in it
   */
  public static String plain(String text) {
    String number = text.trim();
    if (!number.chars().allMatch(c -> c < 128)) {
      throw new NumberFormatException("'" + text + "' is not written in the digits 0 to 9");
    }
    return number;
  }

  /**
   * The scaled value of a price or quantity.
   *
   * @throws NumberFormatException if it has more than nine decimals or is out of range
   */
  public static long of(BigDecimal number) {
    return of(number, DECIMALS, number);
  }

  /**
   * The scaled value of a money amount.
   *
   * @throws NumberFormatException if it has more than six decimals or is out of range
   */
  public static long ofAmount(BigDecimal number) {
    return of(number, AMOUNT_DECIMALS, number);
  }

  private static long of(BigDecimal number, int decimals, Object shown) {
    // Guards against exponents that would make setScale allocate gigabytes.
    if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > 30) {
      throw new NumberFormatException("'" + shown + "' is out of range");
    }
    try {
      return number.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new NumberFormatException(
          "'" + shown + "' is out of range or has more than " + decimals + " decimals");
    }
  }

  /** The number that a scaled price or quantity stands for. */
  public static BigDecimal toBigDecimal(long scaled) {
    return plain(scaled, DECIMALS);
  }

  /** The number that a scaled money amount stands for. */
  public static BigDecimal amountToBigDecimal(long scaled) {
    return plain(scaled, AMOUNT_DECIMALS);
  }

  private static BigDecimal plain(long scaled, int decimals) {
    if (scaled == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = BigDecimal.valueOf(scaled, decimals).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A scaled price or quantity as plain text without trailing zeros. */
  public static String format(long scaled) {
    return toBigDecimal(scaled).toPlainString();
  }

  /** A scaled money amount as plain text without trailing zeros. */
  public static String formatAmount(long scaled) {
    return amountToBigDecimal(scaled).toPlainString();
  }

  /** For scores and indicators only; never for money. */
  public static double toDouble(long scaled) {
    return scaled / (double) ONE;
  }

  /**
   * The nearest scaled price for a computed (not a booked) number.
   *
   * @throws ArithmeticException if it is NaN, infinite or out of range
   */
  public static long ofDouble(double number) {
    double scaled = number * ONE;
    if (!(Math.abs(scaled) < LONG_RANGE)) {
      throw new ArithmeticException("out of range for nine decimals: " + number);
    }
    return Math.round(scaled);
  }

  /** Product of two nine-decimal numbers, rounded towards negative infinity. */
  public static long multiply(long a, long b) {
    return mulDivFloor(a, b, ONE);
  }

  /** Quotient of two nine-decimal numbers, rounded towards negative infinity. */
  public static long divide(long a, long b) {
    return mulDivFloor(a, ONE, b);
  }

  /**
   * Signed money amount of a quantity at a price: price × quantity × multiplier × FX rate, rounded
   * towards negative infinity at each step.
   *
   * @param price nine decimals
   * @param quantity nine decimals, signed
   * @param multiplier contract multiplier, nine decimals
   * @param fxRate units of the account's currency for one unit of the instrument's, nine decimals
   * @return amount in the account's currency, six decimals
   * @throws ArithmeticException if an intermediate result is out of range
   */
  public static long amount(long price, long quantity, long multiplier, long fxRate) {
    long amount = mulDivFloor(price, quantity, PRODUCT_TO_AMOUNT);
    if (multiplier != ONE) {
      amount = mulDivFloor(amount, multiplier, ONE);
    }
    return fxRate == ONE ? amount : mulDivFloor(amount, fxRate, ONE);
  }

  /**
   * As {@link #amount}, each step rounded towards positive infinity: what a limit must assume.
   *
   * @throws ArithmeticException if an intermediate result is out of range
   */
  public static long amountCeil(long price, long quantity, long multiplier, long fxRate) {
    return Math.negateExact(amount(price, Math.negateExact(quantity), multiplier, fxRate));
  }

  /**
   * a × b ÷ divisor with a 128-bit intermediate, rounded towards negative infinity.
   *
   * @throws ArithmeticException if the divisor is zero or the result does not fit a long
   */
  public static long mulDivFloor(long a, long b, long divisor) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    boolean fits = (high == 0 && low >= 0) || (high == -1 && low < 0);
    // The one quotient of two longs that is none: it would wrap around.
    if (fits && !(low == Long.MIN_VALUE && divisor == -1)) {
      return Math.floorDiv(low, divisor);
    }
    double estimate = (double) a * (double) b / divisor;
    // The double quotient is off by at most a few units in 2^52, so the remainder of the estimate
    // fits a long, and wrapping arithmetic computes it exactly, as long as the divisor is small.
    if (divisor > 0 && divisor <= PRODUCT_TO_AMOUNT && Math.abs(estimate) < LONG_RANGE) {
      long quotient = (long) estimate;
      long remainder = low - quotient * divisor;
      return Math.addExact(quotient, Math.floorDiv(remainder, divisor));
    }
    return mulDivExact(a, b, divisor);
  }

  private static long mulDivExact(long a, long b, long divisor) {
    BigInteger[] parts =
        BigInteger.valueOf(a)
            .multiply(BigInteger.valueOf(b))
            .divideAndRemainder(BigInteger.valueOf(divisor));
    BigInteger quotient = parts[0];
    if (parts[1].signum() != 0 && parts[1].signum() != Long.signum(divisor)) {
      quotient = quotient.subtract(BigInteger.ONE);
    }
    try {
      return quotient.longValueExact();
    } catch (ArithmeticException e) {
      throw new ArithmeticException(a + " * " + b + " / " + divisor + " is out of range");
    }
  }
}
