package io.headgate.spi.order;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.OrderIntent;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The one way to ask for an order; safe from every thread. */
@ProviderType
public interface OrderEntry {

  /**
   * Asks for an order, a replace or a cancel.
   *
   * @return completes once the decision is durable, accepted or denied. The same idempotency key
   *     again gives the first decision again. Completes exceptionally with {@link
   *     OrderEntryException} if no decision could be taken
   */
  CompletionStage<Decision> submit(OrderIntent intent);
}
