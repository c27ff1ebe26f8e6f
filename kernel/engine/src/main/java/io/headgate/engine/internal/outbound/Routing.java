package io.headgate.engine.internal.outbound;

import io.headgate.model.order.NewOrder;
import org.jspecify.annotations.Nullable;

/** Where an order would go. */
public interface Routing {

  /** Connector that an order goes to; null if there is none. */
  @Nullable String route(NewOrder order);

  /** Whether one more order can wait for its route. */
  boolean hasRoom();
}
