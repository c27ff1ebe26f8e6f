package io.headgate.data.simulator.internal;

/** Now, as one tick sees it; reused for each tick. */
final class Moment {

  /** Time at the source, UTC nanoseconds since 1970. */
  long tsEvent;

  /** Time of receipt, UTC nanoseconds since 1970. */
  long tsInit;

  /** Market seconds of open sessions since the start. */
  double marketSeconds;

  /** The Brownian motion that all instruments share. */
  double factor;

  /** Volatility that all instruments share, as a multiple of the configured one. */
  double climate = 1;

  /** Volatility of this time of the session, as a multiple of its average; high at both ends. */
  double bustle = 1;

  /** Traded volume of this time of the session, as a multiple of its average. */
  double crowd = 1;
}
