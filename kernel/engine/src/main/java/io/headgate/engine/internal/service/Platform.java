package io.headgate.engine.internal.service;

import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import java.util.function.Consumer;

/**
 * What the engine stands on.
 *
 * @param node who this node is
 * @param clock the machine's time; a replay uses it for durations only
 * @param reference instruments and accounts
 * @param journal durable log
 * @param alarms where trouble is told
 * @param events where the live stream begins
 * @param shares where this node's positions are told to the others
 */
public record Platform(
    NodeInfo node,
    Clock clock,
    ReferenceData reference,
    Journal journal,
    Alarms alarms,
    EventPublisher events,
    Consumer<PositionShare> shares) {}
