package io.headgate.spi.candidate;

/**
 * One difference between two sets.
 *
 * @param kind {@code rule} or {@code limit}
 * @param name of the rule, or whom and what the limit is for
 * @param change ADDED, REMOVED or CHANGED
 * @param before file, line and text before; empty where there was none
 * @param after file, line and text after; empty where there is none any more
 */
public record RuleDifference(
    String kind, String name, String change, String before, String after) {}
