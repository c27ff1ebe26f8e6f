package io.headgate.spi.rules;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One generation of rules. Called by one thread at a time; a decision finishes on the set that it
 * began with.
 */
@ProviderType
public interface RuleSet {

  /** Hash over the content of its files, 64 hexadecimal digits. */
  String hash();

  /**
   * Lets every rule that applies speak.
   *
   * @throws RuntimeException if a rule fails; the engine then denies the order with {@code
   *     RULES_FAILED}
   */
  void evaluate(OrderContext context);

  /**
   * Whether its limits are just being replaced because another set takes its place: an order that
   * waits for that, a moment, is not held by the rules of the one against the limits of the other.
   */
  default boolean isGivingWay() {
    return false;
  }
}
