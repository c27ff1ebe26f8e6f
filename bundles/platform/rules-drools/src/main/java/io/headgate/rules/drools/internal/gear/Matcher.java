package io.headgate.rules.drools.internal.gear;

import io.headgate.spi.rules.OrderContext;

/** Finds the rules that apply. Public because the generated class implements it. */
public interface Matcher {

  /**
   * Notes every rule that applies.
   *
   * @param context the order
   * @param hits receives the indices of the rules, from place {@code count} on
   * @param count how many there are already
   * @return how many there are now
   * @throws Exception if a condition fails
   */
  int match(OrderContext context, int[] hits, int count) throws Exception;
}
