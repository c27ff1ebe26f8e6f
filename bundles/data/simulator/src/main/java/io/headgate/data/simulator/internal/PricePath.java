package io.headgate.data.simulator.internal;

/**
 * The fair price of one instrument, in ticks: a factor that all share, one that its sector shares,
 * its own noise, trends that switch, volatility that comes in clusters, and jumps. Only exact or
 * strictly specified arithmetic, so that a seed gives the same path everywhere.
 */
final class PricePath {

  /** Where a path turns back, as a multiple of its start. */
  static final double WIDEST = 20;

  /** Most that volatility grows to, as a multiple of the configured one. */
  static final double WILDEST = 5;

  /** A jump adds so much to the volatility multiple, which fades within a part of a cluster. */
  private static final double AFTERSHOCK = 1.5;

  private static final double FADING = 0.1;

  /** Share of the variance of volatility's logarithm that is the instrument's own. */
  static final double OWN_WEATHER = 0.25;

  /** No two instruments are one. */
  private static final double CLOSEST = 0.995;

  /** How fast trades forget older moves. */
  private static final double MEMORY = 0.5;

  private final Dynamics dynamics;
  private final Sector sector;
  private final Volatility temper;
  private final double start;
  private final double ofMarket;
  private final double ofSector;
  private final double ofItsOwn;
  private double price;
  private double heat = 1;
  private double aftershock;
  private double pressure;
  private int direction;
  private double trendEnds;
  private double jumpAt;
  private double lastTime;
  private double lastFactor;
  private double lastSector;

  PricePath(Dynamics dynamics, Sector sector, double startTicks, SplitMix random) {
    this.dynamics = dynamics;
    this.sector = sector;
    this.start = startTicks;
    this.price = startTicks;
    Dynamics.Weather weather = dynamics.weather();
    double moods = weather.strength() * Math.sqrt(OWN_WEATHER);
    this.temper = new Volatility(weather.meanSeconds(), moods, random);
    // Volatilities of their own loosen what moves together, by the square of the mean multiple.
    double tighter = StrictMath.exp(moods * moods);
    Dynamics.Kinship kinship = dynamics.kinship();
    double market = Math.min(CLOSEST, kinship.market() * tighter);
    double within = sector.isShared() ? Math.min(CLOSEST, kinship.sector() * tighter) : market;
    this.ofMarket = Math.sqrt(market);
    this.ofSector = Math.sqrt(within - market);
    this.ofItsOwn = Math.sqrt(1 - within);
    this.jumpAt = random.exponential(dynamics.jump().meanSeconds());
    switchTrend(0, random);
  }

  /** Fair price in ticks, always above 1. */
  double price() {
    return price;
  }

  /** Volatility as a multiple of the ordinary one. */
  double heat() {
    return heat;
  }

  /** Where the price has gone lately, -1 for down only to 1 for up only. */
  double pressure() {
    return pressure;
  }

  /** Moves on to a later moment. */
  void advance(Moment now, SplitMix random) {
    double time = now.marketSeconds;
    double elapsed = time - lastTime;
    double common = sector.at(time, random);
    double noise =
        ofMarket * (now.factor - lastFactor)
            + ofSector * (common - lastSector)
            + ofItsOwn * Math.sqrt(elapsed) * random.bell();
    lastTime = time;
    lastFactor = now.factor;
    lastSector = common;
    aftershock *= 1 - Math.min(1, elapsed / (FADING * dynamics.weather().meanSeconds()));
    double wild = now.climate * now.bustle * temper.at(time, random) * (1 + aftershock);
    heat = Math.min(WILDEST, wild);
    double change =
        dynamics.sigma() * heat * noise + direction * dynamics.trend().drift() * elapsed;
    if (time >= jumpAt) {
      change += jump(random);
      jumpAt = time + random.exponential(dynamics.jump().meanSeconds());
    }
    if (time >= trendEnds) {
      switchTrend(time, random);
    }
    pressure += MEMORY * (Math.signum(change) - pressure);
    move(change);
  }

  /**
   * Moves over a break, in which nobody traded.
   *
   * @param market what moves everything, standard deviation 1
   */
  void gap(double market, SplitMix random) {
    double news = ofMarket * market + ofSector * sector.news() + ofItsOwn * random.bell();
    double change = dynamics.weather().gap() * temper.at(lastTime, random) * news;
    pressure = Math.signum(change);
    move(change);
  }

  private void move(double change) {
    // One tick never moves a price by more than a fifth, whatever the configuration.
    price *= 1 + Math.max(-0.2, Math.min(0.2, change));
    double ceiling = start * WIDEST;
    double floor = Math.max(1.5, start / WIDEST);
    if (price > ceiling || price < floor) {
      price = Math.max(floor, Math.min(ceiling, price));
      direction = price >= ceiling ? -1 : 1;
    }
  }

  private double jump(SplitMix random) {
    aftershock = AFTERSHOCK;
    double size = dynamics.jump().meanSize() * (0.5 + random.uniform());
    return random.nextLong() < 0 ? -size : size;
  }

  private void switchTrend(double time, SplitMix random) {
    // The further from its start, the likelier a price turns back: it can wander, not run away.
    double stretch = Math.max(-1, Math.min(1, price / start - start / price));
    double draw = random.uniform() + 0.3 * stretch;
    direction = draw < 0.4 ? 1 : draw > 0.6 ? -1 : 0;
    trendEnds = time + random.exponential(dynamics.trend().meanSeconds());
  }
}
