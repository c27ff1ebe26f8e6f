package io.headgate.ops.internal.jmx;

import io.headgate.spi.order.OrderQuery;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Orders and decisions. */
@Component(
    service = {},
    immediate = true)
public final class OrdersBean extends Registration implements OrdersMXBean {

  private final OrderQuery orders;

  /** Registers the bean. */
  @Activate
  public OrdersBean(@Reference OrderQuery orders) {
    super("Orders");
    this.orders = orders;
    register();
  }

  @Deactivate
  void stop() {
    unregister();
  }

  @Override
  public List<Map<String, String>> getOpen() {
    return io.headgate.ops.internal.listing.Orders.orders(orders.openOrders()).rows();
  }

  @Override
  public List<Map<String, String>> listLatest(int limit) {
    return io.headgate.ops.internal.listing.Orders.orders(
            orders.latestOrders(Math.min(1_000, Math.max(1, limit))))
        .rows();
  }

  @Override
  public List<Map<String, String>> listDecisions(int limit) {
    return io.headgate.ops.internal.listing.Orders.decisions(
            orders.latestDecisions(Math.min(1_000, Math.max(1, limit))))
        .rows();
  }
}
