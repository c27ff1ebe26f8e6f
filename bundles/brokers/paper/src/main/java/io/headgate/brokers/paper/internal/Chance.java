package io.headgate.brokers.paper.internal;

import io.headgate.model.order.ClOrdId;

/**
 * What happens by chance. Each draw follows from the seed and from what it is about, not from the
 * draws before it: a restart does not change the venue's luck.
 *
 * <p>The mixing function is the finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, OOPSLA 2014, figure 17).
 */
final class Chance {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final long REJECT = 1;
  private static final long CUT = 2;
  private static final long SIZE = 3;

  private final long seed;

  Chance(long seed) {
    this.seed = seed;
  }

  /** Whether a new order is refused for no reason. */
  boolean rejects(ClOrdId id, int percent) {
    return draw(id, REJECT, 0) * 100 < percent;
  }

  /**
   * How much of a fill really happens: all, or a smaller number of whole lots.
   *
   * @param id first ClOrdID of the order
   * @param cumQty what is filled already
   * @param quantity what could fill now, whole lots, above 0
   * @param lotSize the lot
   * @param percent how often it is cut short
   */
  long cutShort(ClOrdId id, long cumQty, long quantity, long lotSize, int percent) {
    long lots = quantity / lotSize;
    if (lots < 2 || draw(id, CUT, cumQty) * 100 >= percent) {
      return quantity;
    }
    return (1 + (long) (draw(id, SIZE, cumQty) * (lots - 1))) * lotSize;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  private double draw(ClOrdId id, long about, long state) {
    long hash = mix(seed + GOLDEN_GAMMA * about);
    hash = mix(hash ^ id.node().hashCode());
    hash = mix(hash ^ ((long) id.epoch() << 40) ^ id.sequence());
    hash = mix(hash ^ state);
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
