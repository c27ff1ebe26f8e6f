package io.headgate.data.simulator.internal;

/**
 * A random multiple of volatility that comes in clusters: its logarithm is pulled towards its mean
 * and pushed by chance (an Ornstein-Uhlenbeck process, as in the stochastic volatility of S. J.
 * Taylor, Modelling Financial Time Series, 1986), in small steps of market time. Its mean square is
 * 1, so that the configured volatility is the one that is realised.
 */
final class Volatility {

  /** Steps of one mean life. */
  private static final double STEPS = 50;

  /** Farther than so many standard deviations from its mean the logarithm does not go. */
  private static final double WIDEST = 3;

  private final double stepSeconds;
  private final double strength;
  private double log;
  private double level;
  private double nextStep;

  /**
   * @param meanSeconds how long a cluster lasts, market seconds
   * @param strength standard deviation of the logarithm
   */
  Volatility(double meanSeconds, double strength, SplitMix random) {
    this.stepSeconds = meanSeconds / STEPS;
    this.strength = strength;
    this.log = strength * random.bell();
    this.level = multiple();
  }

  /** The multiple at a moment, which must not lie before the last one. */
  double at(double marketSeconds, SplitMix random) {
    while (marketSeconds >= nextStep) {
      // Far behind, the past no longer matters: a hundred steps forget everything.
      nextStep = Math.max(nextStep + stepSeconds, marketSeconds - 100 * stepSeconds);
      log += -log / STEPS + strength * Math.sqrt(2 / STEPS) * random.bell();
      log = Math.max(-WIDEST * strength, Math.min(WIDEST * strength, log));
      level = multiple();
    }
    return level;
  }

  private double multiple() {
    return StrictMath.exp(log - strength * strength);
  }
}
