package io.headgate.data.simulator.internal;

/** Now, as one tick sees it; reused for each tick. */
final class Moment {

  /** Time at the source, UTC nanoseconds since 1970. */
  long tsEvent;

  /** Time of receipt, UTC nanoseconds since 1970. */
  long tsInit;

  /** Market seconds since the start. */
  double marketSeconds;

  /** The Brownian motion that all instruments share. */
  double factor;

  /** Where volatility tends to, as a multiple of the configured one. */
  double climate = 1;
}
