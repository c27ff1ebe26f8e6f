package io.headgate.spi.cluster;

import java.util.Comparator;

/**
 * Which of two things is newer, the same on every node: by time, and at the same moment by the name
 * of the node.
 *
 * @param time when it was done, UTC nanoseconds since 1970; 0 for what nobody has ever done
 * @param node where it was done
 */
public record Stamp(long time, String node) implements Comparable<Stamp> {

  /** Older than everything that was done. */
  public static final Stamp NEVER = new Stamp(0, "");

  private static final Comparator<Stamp> ORDER =
      Comparator.comparingLong(Stamp::time).thenComparing(Stamp::node);

  /** Whether this is newer than another. */
  public boolean isAfter(Stamp other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }
}
