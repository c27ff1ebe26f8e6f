package io.headgate.spi.data;

import io.headgate.spi.plugin.Plugin;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns a feed into market events. Never takes a trading decision.
 *
 * <p>Published as an OSGi service; a route connects it to the engine. Contract: {@code start} after
 * {@code stop} works; both are idempotent; after {@code stop} has returned nothing more is
 * delivered; rows are delivered by one thread at a time, in the order of the source; a row that
 * cannot be read is skipped, counted in {@link #progress()} and logged with its place, and the feed
 * goes on.
 */
@ConsumerType
public interface DataAdapter extends Plugin {

  /**
   * Begins to deliver into a sink, on the adapter's own thread; returns at once.
   *
   * @throws IllegalStateException if its configuration makes that impossible; the message says why
   *     and what to do
   */
  void start(MarketSink sink);

  /** Ends delivery; waits until the last call into the sink has returned. */
  void stop();

  /** What it has read so far. */
  FeedProgress progress();
}
