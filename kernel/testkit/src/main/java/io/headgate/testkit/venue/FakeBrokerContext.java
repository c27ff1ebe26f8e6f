package io.headgate.testkit.venue;

import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.ExecutionSink;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;

/**
 * What a connector gets in a test.
 *
 * @param clock see {@link BrokerContext#clock()}
 * @param timers see {@link BrokerContext#timers()}
 * @param executions see {@link BrokerContext#executions()}
 * @param reference see {@link BrokerContext#reference()}
 */
public record FakeBrokerContext(
    Clock clock, Timers timers, ExecutionSink executions, ReferenceData reference)
    implements BrokerContext {}
