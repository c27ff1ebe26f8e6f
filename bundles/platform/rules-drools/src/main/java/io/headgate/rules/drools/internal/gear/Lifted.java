package io.headgate.rules.drools.internal.gear;

import io.headgate.spi.rules.OrderContext;
import java.util.List;

/**
 * One rule as it was found in Drools' executable model.
 *
 * @param rule its index in the order of evaluation
 * @param predicates names of the generated classes whose {@code INSTANCE.test} must all hold
 * @param consequence what it says
 * @param obstacle why its condition cannot be lifted; empty where it can
 */
record Lifted(int rule, List<String> predicates, Consequence consequence, String obstacle) {

  Lifted {
    predicates = List.copyOf(predicates);
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
