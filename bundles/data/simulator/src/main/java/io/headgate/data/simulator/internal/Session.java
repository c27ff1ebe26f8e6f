package io.headgate.data.simulator.internal;

/**
 * The sessions of the market, counted in ticks: so many ticks from an opening to a close, then a
 * break in which nothing ticks. Its calendar is its own: the instruments of the reference data are
 * tradable at every hour, so that a demo has a market at any time of day.
 *
 * @param ticks ticks of one session
 * @param breakNanos length of the break after it, nanoseconds of the feed's time
 * @param ticksPerSecond pace while it is open
 */
record Session(long ticks, long breakNanos, int ticksPerSecond) {

  private static final long NANOS = 1_000_000_000L;

  /** Parts of a session over which bustle and crowd are constant. */
  private static final int PARTS = 256;

  /**
   * @param calls ticks of one opening or closing call, one for each instrument; a session has room
   *     for twenty of them at least
   */
  static Session of(Settings.Delivery delivery, Settings.Hours hours, int calls) {
    double seconds = hours.sessionSeconds();
    long ticks = (long) Math.min(1e15, seconds * delivery.ticksPerSecond());
    return new Session(Math.max(20L * calls, ticks), hours.breakNanos(), delivery.ticksPerSecond());
  }

  /** How many sessions were over before a tick. */
  long number(long tick) {
    return tick / ticks;
  }

  /** Place of a tick in its session, from 0. */
  long place(long tick) {
    return tick % ticks;
  }

  /** Ticks until the session that a tick belongs to is over, itself included. */
  long left(long tick) {
    return ticks - place(tick);
  }

  /** Nanoseconds from the opening of the first session to a tick. */
  long nanos(long tick) {
    return tick / ticksPerSecond * NANOS
        + tick % ticksPerSecond * NANOS / ticksPerSecond
        + number(tick) * breakNanos;
  }

  /**
   * Volume over the time of the session: a parabola that is {@code smile} times higher at both ends
   * than in the middle would make it, with mean 1.
   */
  static double[] crowds(double smile) {
    double[] crowds = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      double away = 2 * (i + 0.5) / PARTS - 1;
      crowds[i] = (1 + smile * away * away) / (1 + smile / 3);
    }
    return crowds;
  }

  /** The part of a session that a place belongs to. */
  int part(long place) {
    return (int) (place * PARTS / ticks);
  }

  /** The first place after a part. */
  long partEnds(int part) {
    return ((part + 1) * ticks + PARTS - 1) / PARTS;
  }
}
