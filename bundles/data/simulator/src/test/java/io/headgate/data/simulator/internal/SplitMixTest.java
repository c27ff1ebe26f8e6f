package io.headgate.data.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The generator against the one of the JDK, and its shapes against their definitions. */
class SplitMixTest {

  @Test
  void isTheGeneratorOfThePaper() {
    // java.util.SplittableRandom(seed) is SplitMix64 with the golden gamma too.
    for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE}) {
      SplitMix ours = new SplitMix(seed);
      SplittableRandom theirs = new SplittableRandom(seed);
      for (int i = 0; i < 1_000; i++) {
        assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
      }
    }
  }

  @Test
  void bellHasMeanZeroAndDeviationOne() {
    SplitMix random = new SplitMix(1);
    double sum = 0;
    double squares = 0;
    int n = 1_000_000;
    for (int i = 0; i < n; i++) {
      double x = random.bell();
      assertThat(Math.abs(x)).isLessThan(3.47);
      sum += x;
      squares += x * x;
    }
    assertThat(sum / n).isBetween(-0.005, 0.005);
    assertThat(squares / n).isBetween(0.99, 1.01);
  }

  @Test
  void exponentialHasItsMeanAndIsPositive() {
    SplitMix random = new SplitMix(2);
    double sum = 0;
    int n = 500_000;
    for (int i = 0; i < n; i++) {
      double x = random.exponential(3);
      assertThat(x).isPositive().isFinite();
      sum += x;
    }
    assertThat(sum / n).isBetween(2.97, 3.03);
    assertThat(random.exponential(Double.POSITIVE_INFINITY)).isInfinite();
  }

  @Test
  void belowReachesEveryNumberAndNoOther() {
    SplitMix random = new SplitMix(3);
    int[] seen = new int[7];
    for (int i = 0; i < 70_000; i++) {
      seen[random.below(7)]++;
    }
    for (int count : seen) {
      assertThat(count).isBetween(9_500, 10_500);
    }
    assertThat(random.below(1)).isZero();
  }
}
