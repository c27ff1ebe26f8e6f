package io.headgate.spi.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Something that a node tells all nodes. Immutable. Whoever reads it trusts nothing in it. */
public final class Posting implements Comparable<Posting> {

  /** Largest content, bytes. */
  public static final int MAX_BYTES = 24 * 1024 * 1024;

  private static final int LONGEST_KEY = 100;

  private final String key;
  private final Stamp stamp;
  private final byte[] content;

  /**
   * @param key what it is about, 1 to 100 characters
   * @param stamp since when; of one key, the newest counts
   * @param content what it says, at most {@link #MAX_BYTES}
   * @throws IllegalArgumentException if the key or the content is too long
   */
  public Posting(String key, Stamp stamp, byte[] content) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a key of %d characters, expected 1 to %d".formatted(key.length(), LONGEST_KEY));
    }
    if (content.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%s has %d bytes, expected at most %d".formatted(key, content.length, MAX_BYTES));
    }
    this.key = key;
    this.stamp = stamp;
    this.content = content.clone();
  }

  /** What it is about. */
  public String key() {
    return key;
  }

  /** Since when, and from which node. */
  public Stamp stamp() {
    return stamp;
  }

  /** A copy of what it says. */
  public byte[] content() {
    return content.clone();
  }

  /** Whether it says this. */
  public boolean says(byte[] other) {
    return Arrays.equals(content, other);
  }

  /**
   * By the stamp; where two say different things under one stamp, which only a broken node can
   * make, by what they say, so that every node keeps the same one.
   */
  @Override
  public int compareTo(Posting other) {
    int order = stamp.compareTo(other.stamp);
    if (order == 0) {
      order = Arrays.compare(content, other.content);
    }
    return order == 0 ? key.compareTo(other.key) : order;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Posting that
        && key.equals(that.key)
        && stamp.equals(that.stamp)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return 31 * stamp.hashCode() + key.hashCode();
  }

  @Override
  public String toString() {
    return "%s of %s, %d bytes".formatted(key, stamp, content.length);
  }
}
