package io.headgate.rules.drools.internal.text;

import java.util.List;

/**
 * One rule, checked: all that Drools will ever see of it is printed from here.
 *
 * @param name as in the file
 * @param line of the word {@code rule}, from 1
 * @param salience rules with a higher one speak first
 * @param when when it applies
 * @param then what it says then
 */
public record RuleTree(
    String name, int line, int salience, Condition when, List<VerdictCall> then) {

  /** Levels that the parser reads as fast as none. */
  private static final int FREE_LEVELS = 3;

  public RuleTree {
    then = List.copyOf(then);
  }

  /**
   * How many parentheses, signs and functions of the condition are in one another. Beyond a few,
   * Drools' parser takes about twice as long for each.
   */
  public int levels() {
    return when instanceof Condition.And ? when.levels() - 1 : when.levels();
  }

  /** What it costs to compile, in comparisons that stand by themselves. */
  public int weight() {
    return when.size() << Math.max(0, levels() - FREE_LEVELS);
  }
}
