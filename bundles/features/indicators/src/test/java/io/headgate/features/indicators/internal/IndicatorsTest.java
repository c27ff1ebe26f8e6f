package io.headgate.features.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.spi.feature.Feature;
import io.headgate.spi.feature.FeatureName;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {

  private static final double EPSILON = 1e-9;

  private static Feature make(String name) {
    return new Indicators().create(FeatureName.parse(name));
  }

  private static double after(String name, double... prices) {
    Feature feature = make(name);
    for (double price : prices) {
      feature.onStep(price);
    }
    return feature.value();
  }

  private static double[] walk(long seed, int count) {
    Random random = new Random(seed);
    double[] prices = new double[count];
    double price = 100;
    for (int i = 0; i < count; i++) {
      price *= 1 + random.nextGaussian() * 0.001;
      prices[i] = price;
    }
    return prices;
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double[] tail(double[] values, int end, int count) {
    return java.util.Arrays.copyOfRange(values, end - count, end);
  }

  /** Each step of a long walk, against the same thing written down plainly. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 50})
  void windowsSayWhatTheirDefinitionsSay(int n) {
    double[] prices = walk(n, 600);
    Feature change = make("return(" + n + ")");
    Feature average = make("sma(" + n + ")");
    Feature volatility = make("volatility(" + n + ")");
    for (int i = 0; i < prices.length; i++) {
      change.onStep(prices[i]);
      average.onStep(prices[i]);
      volatility.onStep(prices[i]);
      int end = i + 1;
      if (end < n) {
        assertThat(average.value()).isNaN();
      } else {
        double mean = mean(tail(prices, end, n));
        assertThat(average.value()).isCloseTo(prices[i] / mean - 1, within(EPSILON));
      }
      if (end <= n) {
        assertThat(change.value()).isNaN();
        assertThat(volatility.value()).isNaN();
      } else {
        assertThat(change.value()).isCloseTo(prices[i] / prices[i - n] - 1, within(EPSILON));
        double[] window = tail(prices, end, n + 1);
        double[] returns =
            IntStream.range(0, n).mapToDouble(k -> window[k + 1] / window[k] - 1).toArray();
        double mean = mean(returns);
        double squares = DoubleStream.of(returns).map(r -> (r - mean) * (r - mean)).sum();
        assertThat(volatility.value()).isCloseTo(Math.sqrt(squares / (n - 1)), within(EPSILON));
      }
    }
  }

  @Test
  void theExponentialAverageWeighsByTwoOverNPlusOne() {
    // alpha = 0.5: 10, then 15, then 17.5
    assertThat(after("ema(3)", 10, 20, 20)).isCloseTo(20 / 17.5 - 1, within(EPSILON));
    assertThat(after("ema(3)", 10, 20)).isNaN();
  }

  @Test
  void relativeStrengthIsWilders() {
    // changes +1 +3 -2 +0 then -4: averages 1 and 0.5, then (3+0)/4 and (1.5+4)/4
    assertThat(after("rsi(4)", 10, 11, 14, 12)).isNaN();
    assertThat(after("rsi(4)", 10, 11, 14, 12, 12)).isCloseTo(100 * 1 / 1.5, within(EPSILON));
    assertThat(after("rsi(4)", 10, 11, 14, 12, 12, 8))
        .isCloseTo(100 * 0.75 / (0.75 + 1.375), within(EPSILON));
    assertThat(after("rsi(2)", 1, 2, 3)).isEqualTo(100);
    assertThat(after("rsi(2)", 3, 2, 1)).isZero();
    assertThat(after("rsi(2)", 5, 5, 5)).isEqualTo(50);
  }

  private static Quote quote(String bid, long bidSize, String ask, long askSize) {
    return new Quote(
        InstrumentId.parse("ACME.SIM"),
        1,
        1,
        Fixed.parse(bid),
        bidSize * Fixed.ONE,
        Fixed.parse(ask),
        askSize * Fixed.ONE);
  }

  private static double afterQuotes(String name, List<Quote> quotes) {
    Feature feature = make(name);
    quotes.forEach(feature::onQuote);
    return feature.value();
  }

  @Test
  void spreadAndDepthAreThoseOfTheLatestUsableQuote() {
    List<Quote> quotes =
        List.of(quote("99", 30, "101", 10), quote("0", 0, "101", 10), quote("102", 1, "101", 1));

    assertThat(afterQuotes("spread", quotes)).isCloseTo(0.02, within(EPSILON));
    assertThat(afterQuotes("depth", quotes)).isCloseTo(0.5, within(EPSILON));
    assertThat(afterQuotes("depth", List.of(quote("99", 0, "101", 0)))).isZero();
  }

  @Test
  void demandAndSupplyMoveTheImbalance() {
    Quote first = quote("99", 10, "101", 10);

    assertThat(afterQuotes("imbalance(1)", List.of(first))).isNaN();
    // the bid grows by 5, nothing else
    assertThat(afterQuotes("imbalance(1)", List.of(first, quote("99", 15, "101", 10))))
        .isEqualTo(1);
    // the offer grows by 5
    assertThat(afterQuotes("imbalance(1)", List.of(first, quote("99", 10, "101", 15))))
        .isEqualTo(-1);
    // the bid rises to a new level with 6 (demand 6); the offer stays and grows by 2 (supply 2)
    assertThat(afterQuotes("imbalance(1)", List.of(first, quote("100", 6, "101", 12))))
        .isCloseTo((6.0 - 2.0) / 8.0, within(EPSILON));
    // nothing happens
    assertThat(afterQuotes("imbalance(1)", List.of(first, first))).isZero();
  }

  @Test
  void lookingBackOnTooLittleIsRefused() {
    assertThatThrownBy(() -> make("volatility(1)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("volatility(2)");
  }
}
