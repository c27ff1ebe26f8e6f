package io.headgate.spi.limits;

/**
 * What one scope uses of this node's part of one additive limit.
 *
 * @param who {@code firm}, {@code account=NAME}, {@code trader=NAME} or {@code strategy=NAME}
 * @param instrument SYMBOL.VENUE
 * @param kind which limit
 * @param used position and open orders on that side together, nine decimals; below 0 where the
 *     position is on the other side
 * @param part this node's part of the limit, nine decimals
 */
public record RightsUse(String who, String instrument, LimitKind kind, long used, long part) {

  /** What can still be granted, nine decimals, at least 0. */
  public long left() {
    long left = part - used;
    if (((part ^ used) & (part ^ left)) < 0) {
      return part < 0 ? 0 : Long.MAX_VALUE;
    }
    return Math.max(0, left);
  }
}
