package io.headgate.data.simulator.internal;

/**
 * How prices move, in units of one market second and of one (relative) price.
 *
 * @param secondsPerTick market seconds from one tick of the whole market to the next
 * @param sigma standard deviation of the return of one market second in calm times
 * @param correlation of any two instruments, 0 to 1
 * @param spread relative spread in calm times
 * @param tradeShare share of the ticks that are trades, 0 to 1
 * @param trend what a trend is like
 * @param jump what a jump is like
 * @param sizeLots mean lots at the touch
 */
record Dynamics(
    double secondsPerTick,
    double sigma,
    double correlation,
    double spread,
    double tradeShare,
    Trend trend,
    Jump jump,
    int sizeLots) {

  /** Seconds in which a market is open in a year: 252 days of 6.5 hours. */
  static final double SECONDS_PER_YEAR = 252 * 6.5 * 3_600;

  /**
   * Trends that switch.
   *
   * @param meanSeconds mean life, market seconds
   * @param drift relative drift of one market second
   */
  record Trend(double meanSeconds, double drift) {}

  /**
   * Jumps.
   *
   * @param meanSeconds mean market seconds between two jumps; infinite where there are none
   * @param meanSize mean relative size
   */
  record Jump(double meanSeconds, double meanSize) {}

  static Dynamics of(SimulatorConfig config) {
    double speed = CfgFile.number("marketSpeed", config::marketSpeed, 0.001, 100_000);
    double volatility = CfgFile.number("volatilityPercent", config::volatilityPercent, 0, 1_000);
    double sigma = volatility / 100 / Math.sqrt(SECONDS_PER_YEAR);
    double life = CfgFile.number("trendSeconds", config::trendSeconds, 0.1, 1e6) * speed;
    double strength = CfgFile.number("trendStrength", config::trendStrength, 0, 10);
    double jumpsPerHour = CfgFile.number("jumpsPerHour", config::jumpsPerHour, 0, 36_000);
    double jumpBps = CfgFile.number("jumpBps", config::jumpBps, 0, 2_000);
    return new Dynamics(
        speed / CfgFile.whole("ticksPerSecond", config::ticksPerSecond, 1, 5_000_000),
        sigma,
        CfgFile.number("correlationPercent", config::correlationPercent, 0, 99) / 100,
        CfgFile.number("spreadBps", config::spreadBps, 0, 1_000) / 10_000,
        CfgFile.number("tradeSharePercent", config::tradeSharePercent, 0, 90) / 100,
        new Trend(life, strength * sigma / Math.sqrt(life)),
        new Jump(speed * 3_600 / jumpsPerHour, jumpBps / 10_000),
        (int) CfgFile.whole("sizeLots", config::sizeLots, 1, 1_000_000));
  }
}
