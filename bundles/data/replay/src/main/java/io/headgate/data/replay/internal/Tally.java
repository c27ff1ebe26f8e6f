package io.headgate.data.replay.internal;

import io.headgate.data.replay.internal.row.SkipReason;
import io.headgate.spi.data.FeedProgress;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts for every row: read = delivered + skipped, at whatever moment one asks. Counted by one
 * thread, asked by all.
 */
final class Tally {

  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

  /** Rows per reason that are logged with their place. */
  private static final int SHOWN = 3;

  private final long[] skipped = new long[SkipReason.values().length];
  private long delivered;
  private volatile FeedProgress published = new FeedProgress(0, 0, 0, Map.of(), false, "");

  void skip(SkipReason reason, String place, long line, String detail) {
    long count = ++skipped[reason.ordinal()];
    if (reason == SkipReason.HEADER) {
      LOG.info("{}:{} holds {}", place, line, detail);
    } else if (count <= SHOWN) {
      LOG.warn("{}:{} skipped as {}: {}", place, line, reason, detail);
    } else if (count == SHOWN + 1) {
      LOG.warn("further rows skipped as {} are counted, not shown", reason);
    }
  }

  void deliver(int rows) {
    delivered += rows;
    publish(false, "");
  }

  /** Shows what was counted until now. */
  void publish(boolean finished, String failure) {
    Map<String, Long> reasons = new TreeMap<>();
    long sum = 0;
    for (SkipReason reason : SkipReason.values()) {
      long count = skipped[reason.ordinal()];
      sum += count;
      if (count > 0) {
        reasons.put(reason.name(), count);
      }
    }
    published = new FeedProgress(delivered + sum, delivered, sum, reasons, finished, failure);
  }

  FeedProgress progress() {
    return published;
  }
}
