package io.headgate.spi.candidate;

/**
 * What became of orders that were judged once more. A sum of the four kinds of change is the number
 * of orders whose verdict changes.
 *
 * @param orders orders that were judged
 * @param newlyBlocked passed or were warned of before, are blocked now
 * @param newlyAllowed were blocked before, are not now
 * @param newWarnings pass both times, with other warnings
 * @param otherReasons blocked both times, for other reasons
 * @param failed of the newly blocked, those on which the set failed
 */
public record ReplayCounts(
    long orders,
    long newlyBlocked,
    long newlyAllowed,
    long newWarnings,
    long otherReasons,
    long failed) {

  /** Orders whose verdict changes. */
  public long changed() {
    return newlyBlocked + newlyAllowed + newWarnings + otherReasons;
  }
}
