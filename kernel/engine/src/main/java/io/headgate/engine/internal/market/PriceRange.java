package io.headgate.engine.internal.market;

import java.util.Arrays;

/**
 * Highest and lowest reference price of the last five minutes, kept in steps of ten seconds. A step
 * counts the price that stood when it began as well, so that a move after a silence is a move.
 */
public final class PriceRange {

  private static final long STEP_NANOS = 10_000_000_000L;

  /** Steps looked at: the one under way and thirty before it. */
  private static final int STEPS = 31;

  private final long[] steps = new long[STEPS];
  private final long[] lows = new long[STEPS];
  private final long[] highs = new long[STEPS];
  private long last;
  private long low;
  private long high;

  PriceRange() {
    Arrays.fill(steps, Long.MIN_VALUE);
  }

  /** A reference price; one of 0 or below says nothing. */
  void add(long price, long now) {
    if (price <= 0) {
      return;
    }
    long step = Math.floorDiv(now, STEP_NANOS);
    int place = (int) Math.floorMod(step, (long) STEPS);
    if (steps[place] == step) {
      lows[place] = Math.min(lows[place], price);
      highs[place] = Math.max(highs[place], price);
    } else if (steps[place] < step) {
      steps[place] = step;
      lows[place] = last == 0 ? price : Math.min(last, price);
      highs[place] = Math.max(last, price);
    }
    last = price;
  }

  /**
   * Looks back from a moment; {@link #low} and {@link #high} tell.
   *
   * @param price reference price now, above 0
   */
  public void look(long price, long now) {
    long newest = Math.floorDiv(now, STEP_NANOS);
    low = price;
    high = price;
    for (int i = 0; i < STEPS; i++) {
      if (steps[i] > newest - STEPS && steps[i] <= newest) {
        low = Math.min(low, lows[i]);
        high = Math.max(high, highs[i]);
      }
    }
  }

  /** Lowest price when last looked. */
  public long low() {
    return low;
  }

  /** Highest price when last looked. */
  public long high() {
    return high;
  }
}
