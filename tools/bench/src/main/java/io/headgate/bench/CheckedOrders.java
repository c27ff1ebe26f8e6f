package io.headgate.bench;

import io.headgate.spi.rules.OrderContext;
import org.drools.ruleunits.api.DataSource;
import org.drools.ruleunits.api.RuleUnitData;
import org.drools.ruleunits.api.SingletonStore;

/** The unit of {@code CheckedOrders.drl}: it holds the one order that is judged. */
public final class CheckedOrders implements RuleUnitData {

  private final SingletonStore<OrderContext> orders = DataSource.createSingleton();

  /** The order. */
  public SingletonStore<OrderContext> getOrders() {
    return orders;
  }
}
