package io.headgate.spi.data;

import io.headgate.model.market.MarketBatch;
import org.osgi.annotation.versioning.ProviderType;

/** Where market events go. The engine offers one as a service; routes stand between. */
@ProviderType
public interface MarketSink {

  /**
   * Takes a batch. Blocks while the engine's bounded queue is full (back-pressure: a replay waits;
   * a live adapter conflates on its side while it waits).
   *
   * @throws IllegalStateException if the engine has stopped; the adapter should stop too
   */
  void accept(MarketBatch batch);
}
