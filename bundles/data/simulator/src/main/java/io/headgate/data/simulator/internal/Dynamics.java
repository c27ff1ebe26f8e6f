package io.headgate.data.simulator.internal;

/**
 * How prices move, in units of one market second and of one (relative) price.
 *
 * @param secondsPerTick market seconds from one tick of the whole market to the next
 * @param sigma standard deviation of the return of one market second in ordinary times
 * @param kinship how instruments move together
 * @param weather how volatility comes and goes
 * @param trend what a trend is like
 * @param jump what a jump is like
 * @param trading what quotes and trades are like
 */
record Dynamics(
    double secondsPerTick,
    double sigma,
    Kinship kinship,
    Weather weather,
    Trend trend,
    Jump jump,
    Trading trading) {

  /** Seconds in which a market is open in a year: 252 days of 6.5 hours. */
  static final double SECONDS_PER_YEAR = 252 * 6.5 * 3_600;

  /**
   * Correlations, 0 to 1.
   *
   * @param market of two instruments of different sectors, or of none
   * @param sector of two instruments of one sector, at least {@code market}
   */
  record Kinship(double market, double sector) {}

  /**
   * Volatility as a slowly moving random multiple of {@code sigma}.
   *
   * @param meanSeconds how long a cluster lasts, market seconds
   * @param strength standard deviation of the logarithm of the multiple
   * @param smile how much busier opening and close are than midday, 0 for not at all
   * @param gap standard deviation of the return over a break
   */
  record Weather(double meanSeconds, double strength, double smile, double gap) {}

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

  /**
   * Quotes and trades.
   *
   * @param spread relative spread in ordinary times
   * @param tradeShare share of the ticks that are trades, 0 to 1
   * @param flow how much likelier a trade lifts the offer after a rise than after a fall, 0 to 1
   * @param sizeLots mean lots at the touch
   */
  record Trading(double spread, double tradeShare, double flow, int sizeLots) {}

  static Dynamics of(SimulatorConfig config) {
    double speed = CfgFile.number("marketSpeed", config::marketSpeed, 0.001, 100_000);
    double volatility = CfgFile.number("volatilityPercent", config::volatilityPercent, 0, 1_000);
    double sigma = volatility / 100 / Math.sqrt(SECONDS_PER_YEAR);
    double life = CfgFile.number("trendSeconds", config::trendSeconds, 0.1, 1e6) * speed;
    double strength = CfgFile.number("trendStrength", config::trendStrength, 0, 10);
    double jumpsPerHour = CfgFile.number("jumpsPerHour", config::jumpsPerHour, 0, 36_000);
    return new Dynamics(
        speed / CfgFile.whole("ticksPerSecond", config::ticksPerSecond, 1, 5_000_000),
        sigma,
        kinship(config),
        weather(config, speed),
        new Trend(life, strength * sigma / Math.sqrt(life)),
        new Jump(
            speed * 3_600 / jumpsPerHour,
            CfgFile.number("jumpBps", config::jumpBps, 0, 2_000) / 10_000),
        trading(config));
  }

  private static Kinship kinship(SimulatorConfig config) {
    double market = CfgFile.number("correlationPercent", config::correlationPercent, 0, 99);
    double sector =
        CfgFile.number("sectorCorrelationPercent", config::sectorCorrelationPercent, 0, 99);
    if (sector < market) {
      throw CfgFile.wrong(
          "sectorCorrelationPercent",
          sector,
          "a number from correlationPercent, which is %s, to 99".formatted(market));
    }
    return new Kinship(market / 100, sector / 100);
  }

  private static Weather weather(SimulatorConfig config, double speed) {
    return new Weather(
        CfgFile.number("clusterSeconds", config::clusterSeconds, 0.1, 1e6) * speed,
        CfgFile.number("clusterStrength", config::clusterStrength, 0, 1.5),
        CfgFile.number("smilePercent", config::smilePercent, 0, 1_000) / 100,
        CfgFile.number("gapBps", config::gapBps, 0, 2_000) / 10_000);
  }

  private static Trading trading(SimulatorConfig config) {
    return new Trading(
        CfgFile.number("spreadBps", config::spreadBps, 0, 1_000) / 10_000,
        CfgFile.number("tradeSharePercent", config::tradeSharePercent, 0, 90) / 100,
        CfgFile.number("flowPercent", config::flowPercent, 0, 100) / 100,
        (int) CfgFile.whole("sizeLots", config::sizeLots, 1, 1_000_000));
  }
}
