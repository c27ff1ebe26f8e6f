package io.headgate.spi.order;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Orders and decisions of this node; safe from every thread, never on the order path. */
@ProviderType
public interface OrderQuery {

  /** The order that any ClOrdID of its chain names, or null. */
  @Nullable Order order(ClOrdId id);

  /** Orders that are not terminal, oldest first. */
  List<Order> openOrders();

  /** The latest orders, newest first, denied ones included; at most {@code limit}. */
  List<Order> latestOrders(int limit);

  /** The latest decisions, newest first; at most {@code limit}. */
  List<Decision> latestDecisions(int limit);

  /** The decision on a request, or null if this node has none (any more). */
  @Nullable Decision decision(ClOrdId id);
}
