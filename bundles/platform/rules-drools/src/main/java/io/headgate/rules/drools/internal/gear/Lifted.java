package io.headgate.rules.drools.internal.gear;

import io.headgate.spi.rules.OrderContext;
import java.util.List;

/**
 * One rule as it was found in Drools' executable model.
 *
 * @param rule its index in the order of evaluation
 * @param predicates names of the generated classes whose {@code INSTANCE.test} must all hold
 * @param test the same predicates, to be asked alone
 * @param consequence what it says
 * @param obstacle why its condition cannot be lifted; empty where it can
 */
record Lifted(
    int rule, List<String> predicates, Predicate test, Consequence consequence, String obstacle) {

  Lifted {
    predicates = List.copyOf(predicates);
  }

  /** The same rule at another place in the order of evaluation. */
  Lifted at(int place) {
    return new Lifted(place, predicates, test, consequence, obstacle);
  }

  /** Whether a rule applies. */
  interface Predicate {
    /**
     * Asks.
     *
     * @throws Exception if it fails
     */
    boolean test(OrderContext context) throws Exception;
  }

  /** What a rule says once it applies. */
  interface Consequence {
    /**
     * Gives the verdicts.
     *
     * @throws Exception if it fails
     */
    void speak(OrderContext context) throws Exception;
  }
}
