package io.headgate.spi.broker;

import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import org.osgi.annotation.versioning.ProviderType;

/** What the engine gives a connector. */
@ProviderType
public interface BrokerContext {

  /** Time. */
  Clock clock();

  /** Timers that run on the connector's lane. */
  Timers timers();

  /** Where reports go. */
  ExecutionSink executions();

  /** Instruments and accounts. */
  ReferenceData reference();
}
