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
  public RuleTree {
    then = List.copyOf(then);
  }
}
