package io.headgate.data.simulator.internal;

/**
 * A small, fast generator whose numbers are the same on every machine and Java version: SplitMix64
 * (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014, figure 16).
 * Statistical, not secret. Not safe for use by several threads.
 */
final class SplitMix {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;

  /** Mean of a sum of four uniform 16-bit numbers. */
  private static final int SUM_MEAN = 2 * 65_535;

  /** One over its standard deviation, 65536 × √(4/12). */
  private static final double SUM_SCALE = 1 / (65_536 * Math.sqrt(4.0 / 12.0));

  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** Uniform in [0, bound); the bias is below bound ÷ 2^32. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /**
   * Mean 0, standard deviation 1, bounded by ±3.47: the sum of four uniforms. Bell-shaped is all
   * that a tick needs; fat tails come from jumps and volatility.
   */
  double bell() {
    long bits = nextLong();
    int sum =
        (int) (bits & 0xFFFF)
            + (int) ((bits >>> 16) & 0xFFFF)
            + (int) ((bits >>> 32) & 0xFFFF)
            + (int) (bits >>> 48);
    return (sum - SUM_MEAN) * SUM_SCALE;
  }

  /** Exponential with a mean; an infinite mean gives infinity. */
  double exponential(double mean) {
    return -mean * StrictMath.log1p(-uniform() + UNIT / 2);
  }
}
