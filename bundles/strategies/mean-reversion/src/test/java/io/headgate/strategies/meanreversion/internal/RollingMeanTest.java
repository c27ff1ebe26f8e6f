package io.headgate.strategies.meanreversion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollingMeanTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itIsTheDistanceFromTheMeanOfTheWindowBefore(long seed) {
    Random random = new Random(seed);
    RollingMean rolling = new RollingMean(50);
    List<Double> prices = new ArrayList<>();
    double price = 1_000;
    for (int i = 0; i < 5_000; i++) {
      price *= 1 + 0.0001 * random.nextGaussian();
      double expected = i < 50 ? Double.NaN : naive(prices.subList(i - 50, i), price);
      double found = rolling.distance(price, 0);
      if (i < 50) {
        assertThat(found).isNaN();
      } else {
        assertThat(found).isCloseTo(expected, within(1e-6));
      }
      rolling.add(price);
      prices.add(price);
    }
  }

  private static double naive(List<Double> window, double price) {
    double mean = window.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = window.stream().mapToDouble(p -> (p - mean) * (p - mean)).sum();
    return (price - mean) / Math.sqrt(squares / window.size());
  }

  @Test
  void aPriceThatStandsStillHasNoDistance() {
    RollingMean rolling = new RollingMean(10);
    for (int i = 0; i < 30; i++) {
      rolling.add(123.45);
    }

    assertThat(rolling.distance(200, 0)).isNaN();
  }

  @Test
  void aDeviationBelowTheMinimumIsNoAnswer() {
    RollingMean rolling = new RollingMean(10);
    for (int i = 0; i < 30; i++) {
      rolling.add(i % 2 == 0 ? 99.99 : 100.01);
    }

    assertThat(rolling.distance(100.05, 0.0000999)).isCloseTo(5, within(1e-6));
    assertThat(rolling.distance(100.05, 0.0001001)).isNaN();
  }
}
