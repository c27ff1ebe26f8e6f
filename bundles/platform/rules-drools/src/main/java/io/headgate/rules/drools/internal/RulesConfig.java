package io.headgate.rules.drools.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the rules, {@code etc/io.headgate.rules.cfg}. */
@ObjectClassDefinition(
    name = "Headgate rules",
    description = "Where rule files are and how a changed set is tried before it serves")
public @interface RulesConfig {

  /** Folder. */
  @AttributeDefinition(
      name = "rules folder",
      description = "Folder with policies/; empty for the folder rules of the distribution")
  String rulesFolder() default "";

  /** Poll interval. */
  @AttributeDefinition(
      name = "poll interval (ms)",
      description = "How often the files are looked at; a change is taken after two polls",
      min = "50",
      max = "60000")
  int pollMillis() default 500;

  /** Compared orders. */
  @AttributeDefinition(
      name = "compared orders",
      description = "Generated orders that a set and a plain Drools session must judge alike",
      min = "100",
      max = "1000000")
  int comparedOrders() default 3000;

  /** Warm-up. */
  @AttributeDefinition(
      name = "warm-up evaluations",
      description = "Generated orders that a set judges before it serves",
      min = "0",
      max = "1000000")
  int warmUpEvaluations() default 20000;

  /** Longest compile. */
  @AttributeDefinition(
      name = "longest compile (s)",
      description = "A changed set that takes longer to compile is refused",
      min = "5",
      max = "600")
  int maxCompileSeconds() default 120;

  /** Lifting. */
  @AttributeDefinition(
      name = "lift",
      description = "Straight line (true), or everything in a Drools session (false, slower)")
  boolean lift() default true;

  /** Folders of candidates. */
  @AttributeDefinition(
      name = "candidate folders",
      description =
          "Folders below which sets may stand that are tried, with commas; besides the node's own")
  String candidateFolders() default "";

  /** Where sets are kept. */
  @AttributeDefinition(
      name = "sets folder",
      description = "Where the files of staged and past sets are kept; empty for data/rules")
  String setsFolder() default "";

  /** Public keys. */
  @AttributeDefinition(
      name = "signers file",
      description = "Public keys of those who may approve; empty for etc/rule-signers.properties")
  String signersFile() default "";

  /** Distribution. */
  @AttributeDefinition(
      name = "distribute",
      description =
          "Sets that are let serve go to the other nodes and are taken from them (true), or the"
              + " nodes' sets are only compared (false)")
  boolean distribute() default true;

  /** Approvals. */
  @AttributeDefinition(
      name = "approvals",
      description =
          "Signatures that a set takes before it serves; 0: a saved file serves without any",
      min = "0",
      max = "10")
  int approvals() default 0;
}
