package io.headgate.rules.drools.internal.gear;

import java.util.Map;

/**
 * Rules that Drools compiled together.
 *
 * @param inPackage the package of what was generated for them, which no other batch has
 * @param loader finds what was generated
 * @param rules how each body was lifted
 */
record Batch(String inPackage, ClassLoader loader, Map<String, Lifted> rules) {
  Batch {
    rules = Map.copyOf(rules);
  }
}
