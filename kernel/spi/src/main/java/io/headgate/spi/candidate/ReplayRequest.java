package io.headgate.spi.candidate;

/**
 * Which past orders are judged once more, by which sets.
 *
 * @param with set that is tried
 * @param against set that it is compared with; {@code recorded} for the verdicts that the orders
 *     really got
 * @param from orders decided from then on, UTC nanoseconds since 1970
 * @param to orders decided before then, UTC nanoseconds since 1970
 * @param tightness whether to look at each limit too: how near orders came to it
 * @param nearPercent share of a limit from which an order is a near miss, 1 to 99
 */
public record ReplayRequest(
    String with, String against, long from, long to, boolean tightness, int nearPercent) {

  /** Share of a limit from which an order is a near miss, unless another is asked for. */
  public static final int NEAR_PERCENT = 80;

  /**
   * @throws IllegalArgumentException if the times are in the wrong order or the share out of range
   */
  public ReplayRequest {
    if (from >= to) {
      throw new IllegalArgumentException(
          "the first moment is not before the last; expected from < to");
    }
    if (nearPercent < 1 || nearPercent > 99) {
      throw new IllegalArgumentException(
          "a near miss from %d %% on; expected 1 to 99".formatted(nearPercent));
    }
  }

  /** Every order of the journal. */
  public static ReplayRequest all(String with, String against) {
    return new ReplayRequest(with, against, 0, Long.MAX_VALUE, false, NEAR_PERCENT);
  }

  /** The same, with a look at each limit. */
  public ReplayRequest withTightness(int percent) {
    return new ReplayRequest(with, against, from, to, true, percent);
  }

  /** The same, for the orders of some time. */
  public ReplayRequest between(long first, long last) {
    return new ReplayRequest(with, against, first, last, tightness, nearPercent);
  }
}
