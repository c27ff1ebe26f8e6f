package io.headgate.spi.noun;

import io.headgate.spi.control.TradingControl;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.spi.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts about a node come from; null for a part that is not running.
 *
 * @param node who it is
 * @param clock its time
 * @param control what may be traded
 * @param shared who else is there
 * @param monitor what it has done
 * @param journal its log
 */
public record NodeFacts(
    NodeInfo node,
    @Nullable Clock clock,
    @Nullable TradingControl control,
    @Nullable SharedPositions shared,
    @Nullable EngineMonitor monitor,
    @Nullable Journal journal) {}
