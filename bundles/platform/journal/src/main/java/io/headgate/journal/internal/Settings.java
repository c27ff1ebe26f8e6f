package io.headgate.journal.internal;

import java.nio.file.Path;

/**
 * How the journal works.
 *
 * @param folder where its files lie
 * @param sizes of files and buffers
 * @param pace when records become durable
 */
record Settings(Path folder, Sizes sizes, Pace pace) {

  /** When a record counts as durable. */
  enum Durability {
    /** When the disk has it. */
    FORCED,
    /** When the operating system has it: survives the death of the process, not of the machine. */
    WRITTEN,
    /** When it was appended: for a replay, which can be run again. */
    APPENDED
  }

  /**
   * Sizes in bytes.
   *
   * @param segment of one file
   * @param reserve prepared space that only cancels, fills and control records may use
   * @param buffer between the order loop and the disk; a power of two
   */
  record Sizes(long segment, long reserve, int buffer) {}

  /**
   * When records become durable.
   *
   * @param durability what durable means
   * @param intervalNanos least time between two commits
   * @param batchBytes so many waiting bytes are committed before the interval is over
   * @param waitNanos how long {@code append} waits for room in the buffer
   */
  record Pace(Durability durability, long intervalNanos, int batchBytes, long waitNanos) {}
}
