package io.headgate.model.decision;

/** How much a verdict weighs. */
public enum Severity {
  /** The rule applied and had nothing to object. */
  PASS,
  /** The order goes on; somebody should look. */
  WARN,
  /** The order is denied. */
  BLOCK
}
