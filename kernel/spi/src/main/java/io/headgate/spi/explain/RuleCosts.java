package io.headgate.spi.explain;

import java.util.List;

/**
 * What a rule set costs.
 *
 * @param hash hash of the set
 * @param nanosPerOrder what one order costs in the whole set, nanoseconds
 * @param rules what each rule costs, the most expensive first
 */
public record RuleCosts(String hash, double nanosPerOrder, List<RuleCost> rules) {
  public RuleCosts {
    rules = List.copyOf(rules);
  }

  /**
   * What one rule costs.
   *
   * @param rule its name
   * @param source file and line
   * @param gear how it is evaluated: {@code STRAIGHT} or {@code SESSION}
   * @param nanos one evaluation of it alone, nanoseconds; more than its part of the whole set where
   *     an index spares most orders the question
   * @param nearMisses orders that it nearly applied to since the set began to serve
   * @param note why it is not in the fast gear; empty where it is
   */
  public record RuleCost(
      String rule, String source, String gear, double nanos, long nearMisses, String note) {}
}
