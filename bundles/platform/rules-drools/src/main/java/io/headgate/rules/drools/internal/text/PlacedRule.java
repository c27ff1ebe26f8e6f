package io.headgate.rules.drools.internal.text;

/**
 * A rule and where it stands.
 *
 * @param policy folder of the policy
 * @param file path below the rules folder
 * @param tree the rule
 */
public record PlacedRule(String policy, String file, RuleTree tree) {

  /** Name of the rule. */
  public String name() {
    return tree.name();
  }

  /** File and line. */
  public String source() {
    return file + ":" + tree.line();
  }
}
