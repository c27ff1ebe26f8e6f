package io.headgate.spi.event;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** The live stream of what happens on the node. A view: the journal is the truth. */
@ProviderType
public interface EventStream {

  /**
   * Subscribes. Each subscriber has a thread and a bounded queue of its own; when the queue is full
   * its oldest event is dropped and counted, so that a slow reader slows nobody else.
   *
   * @param name who reads, for the node's status
   * @param capacity length of the queue, 1 to 65,536
   * @param listener called for one event at a time, in order
   */
  Subscription subscribe(String name, int capacity, Consumer<NodeEvent> listener);

  /** A subscription in force. */
  @ProviderType
  interface Subscription extends AutoCloseable {
    /** Events dropped because the listener was too slow. */
    long dropped();

    /** Ends it. */
    @Override
    void close();
  }
}
