package io.headgate.spi.data;

import java.util.Map;

/**
 * Account of every row of a feed: read = delivered + skipped.
 *
 * @param read rows read
 * @param delivered rows delivered as events
 * @param skipped rows that could not be used
 * @param skippedByReason the same, by a short reason code in upper case
 * @param finished whether the source has ended and everything is delivered
 * @param failure why the source ended early; empty where it did not
 */
public record FeedProgress(
    long read,
    long delivered,
    long skipped,
    Map<String, Long> skippedByReason,
    boolean finished,
    String failure) {

  public FeedProgress {
    skippedByReason = Map.copyOf(skippedByReason);
  }
}
