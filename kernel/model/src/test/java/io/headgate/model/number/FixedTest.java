package io.headgate.model.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTest {

  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    -2,
    999_999_999L,
    Fixed.ONE,
    -Fixed.ONE,
    Fixed.ONE + 1,
    Fixed.AMOUNT_ONE,
    1_000_000_000_000L,
    (1L << 53) - 1,
    1L << 53,
    (1L << 53) + 1,
    3_037_000_499L,
    3_037_000_500L,
    Long.MAX_VALUE / 2,
    Long.MIN_VALUE / 2,
    Long.MAX_VALUE - 1,
    Long.MAX_VALUE,
    Long.MIN_VALUE + 1,
    Long.MIN_VALUE
  };

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  /** Numbers of every magnitude, not of the highest alone. */
  private static long anyLong(Random random) {
    if (random.nextInt(4) == 0) {
      return EDGES[random.nextInt(EDGES.length)];
    }
    return random.nextLong() >> random.nextInt(64);
  }

  private static void assertMulDiv(long a, long b, long divisor) {
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    BigInteger expected =
        new BigDecimal(product)
            .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.FLOOR)
            .toBigInteger();
    if (expected.bitLength() > 63) {
      assertThatThrownBy(() -> Fixed.mulDivFloor(a, b, divisor), "%d * %d / %d", a, b, divisor)
          .isInstanceOf(ArithmeticException.class);
    } else if (Fixed.mulDivFloor(a, b, divisor) != expected.longValue()) {
      // Hundreds of thousands of cases: the assertion's text is built for a failure only.
      assertThat(Fixed.mulDivFloor(a, b, divisor))
          .as("%d * %d / %d", a, b, divisor)
          .isEqualTo(expected.longValue());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mulDivAgreesWithBigDecimalOrThrows(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      long divisor = anyLong(random);
      assertMulDiv(anyLong(random), anyLong(random), divisor == 0 ? 1 : divisor);
    }
  }

  @Test
  void mulDivAgreesWithBigDecimalOnEveryEdge() {
    for (long a : EDGES) {
      for (long b : EDGES) {
        for (long divisor : EDGES) {
          if (divisor != 0) {
            assertMulDiv(a, b, divisor);
          }
        }
      }
    }
  }

  @Test
  void mulDivByZeroThrows() {
    assertThatThrownBy(() -> Fixed.mulDivFloor(5, 5, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fixed.mulDivFloor(Long.MAX_VALUE, 5, 0))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void multiplyAndDivideAgreeWithBigDecimal(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      long a = random.nextLong() >> (16 + random.nextInt(48));
      long b = random.nextLong() >> (32 + random.nextInt(32));
      BigDecimal product = Fixed.toBigDecimal(a).multiply(Fixed.toBigDecimal(b));
      assertThat(Fixed.multiply(a, b))
          .isEqualTo(product.setScale(9, RoundingMode.FLOOR).unscaledValue().longValueExact());
      long c = (random.nextLong() >> 20) | 1L << 30;
      BigDecimal quotient =
          Fixed.toBigDecimal(a).divide(Fixed.toBigDecimal(c), 9, RoundingMode.FLOOR);
      assertThat(Fixed.divide(a, c)).isEqualTo(quotient.unscaledValue().longValueExact());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void amountIsRoundedDownAndItsCeilingUp(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      long price = (random.nextLong() >>> (20 + random.nextInt(20)));
      long quantity = random.nextLong() >> (24 + random.nextInt(20));
      long multiplier = (1 + random.nextInt(100)) * Fixed.ONE;
      BigDecimal exact =
          Fixed.toBigDecimal(price)
              .multiply(Fixed.toBigDecimal(quantity))
              .multiply(Fixed.toBigDecimal(multiplier));
      BigDecimal one = new BigDecimal("0.000001").multiply(Fixed.toBigDecimal(multiplier));
      try {
        BigDecimal floor =
            Fixed.amountToBigDecimal(Fixed.amount(price, quantity, multiplier, Fixed.ONE));
        BigDecimal ceiling =
            Fixed.amountToBigDecimal(Fixed.amountCeil(price, quantity, multiplier, Fixed.ONE));
        assertThat(floor).isLessThanOrEqualTo(exact).isGreaterThan(exact.subtract(one));
        assertThat(ceiling).isGreaterThanOrEqualTo(exact).isLessThan(exact.add(one));
      } catch (ArithmeticException e) {
        assertThat(exact.abs()).isGreaterThan(new BigDecimal("9223372036854"));
      }
    }
  }

  @Test
  void amountUsesMultiplierAndFxRate() {
    long amount =
        Fixed.amount(Fixed.parse("5000.25"), 3 * Fixed.ONE, 50 * Fixed.ONE, Fixed.parse("1.1"));

    // 5000.25 x 3 x 50 x 1.1, by hand.
    assertThat(Fixed.formatAmount(amount)).isEqualTo("825041.25");
  }

  @Test
  void amountThrowsRatherThanWraps() {
    assertThatThrownBy(() -> Fixed.amount(Long.MAX_VALUE, Long.MAX_VALUE, Fixed.ONE, Fixed.ONE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fixed.amountCeil(Long.MAX_VALUE, Long.MIN_VALUE, Fixed.ONE, Fixed.ONE))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1.38672, 1386720000",
    "-3, -3000000000",
    "0, 0",
    "-0.0, 0",
    "0.000000001, 1",
    "9223372036.854775807, 9223372036854775807",
    "-9223372036.854775808, -9223372036854775808",
    "1e3, 1000000000000",
    "1.0000000000000000000000, 1000000000",
    "' 7 ', 7000000000"
  })
  void readsPlainNumbers(String text, long expected) {
    assertThat(Fixed.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1,5",
        "NaN",
        "Infinity",
        "0x10",
        "0.0000000001",
        "9223372036.854775808",
        "-9223372036.854775809",
        "1e30",
        "1e2147483647",
        "1e-2147483647"
      })
  void refusesWhatDoesNotFit(String text) {
    assertThatThrownBy(() -> Fixed.parse(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void amountsHaveSixDecimals() {
    assertThat(Fixed.parseAmount("1.000001")).isEqualTo(1_000_001);
    assertThatThrownBy(() -> Fixed.parseAmount("1.0000001"))
        .isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void writtenNumbersReadBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      long number = anyLong(random);
      assertThat(Fixed.parse(Fixed.format(number))).isEqualTo(number);
      assertThat(Fixed.parseAmount(Fixed.formatAmount(number))).isEqualTo(number);
      assertThat(Fixed.format(number)).doesNotContain("E").doesNotEndWith(".");
      assertThat(Fixed.of(Fixed.toBigDecimal(number))).isEqualTo(number);
      assertThat(Fixed.ofAmount(Fixed.amountToBigDecimal(number))).isEqualTo(number);
    }
  }

  @ParameterizedTest
  @CsvSource({"1200000000, 1.2", "1000000000000, 1000", "-1, -0.000000001", "0, 0"})
  void writesWithoutTrailingZeros(long number, String text) {
    assertThat(Fixed.format(number)).isEqualTo(text);
  }

  @Test
  void computedNumbersMustBeFiniteAndInRange() {
    assertThat(Fixed.ofDouble(0.1 + 0.2)).isEqualTo(300_000_000L);
    assertThat(Fixed.toDouble(Fixed.ofDouble(-1234.5))).isEqualTo(-1234.5);
    for (double bad :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e10}) {
      assertThatThrownBy(() -> Fixed.ofDouble(bad)).isInstanceOf(ArithmeticException.class);
    }
  }

  /** Digits of other scripts look like others, or stand in the other order. */
  @Test
  void onlyAsciiDigitsAreANumber() {
    for (String text : new String[] {"\u0665", "\uFF15", "1\u0660", "\u22125", "5\u00A0"}) {
      assertThatThrownBy(() -> Fixed.parse(text)).isInstanceOf(NumberFormatException.class);
      assertThatThrownBy(() -> Fixed.parseAmount(text)).isInstanceOf(NumberFormatException.class);
    }
    assertThat(Fixed.plain(" 5 ")).isEqualTo("5");
  }
}
