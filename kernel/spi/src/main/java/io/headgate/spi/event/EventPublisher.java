package io.headgate.spi.event;

import org.osgi.annotation.versioning.ProviderType;

/** Where the parts of the platform put events into the stream. */
@ProviderType
public interface EventPublisher {

  /** Gives an event to every subscriber; never blocks. */
  void publish(NodeEvent event);
}
