package io.headgate.node.internal.session.report;

import io.headgate.model.order.Order;
import io.headgate.model.position.Position;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.LatencySummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session came to.
 *
 * @param seconds how long the market ran
 * @param counters what the engine counted
 * @param latency time from taking an intent to its verdict
 * @param openOrders orders that are not terminal
 * @param positions positions of this node
 * @param money profit and loss
 * @param ruleSet hash of the rule set that served last; empty if none did
 * @param journalRecords durable records in the journal
 * @param stateHash hash over the engine's state
 * @param inconsistencies what does not agree; empty where all does
 * @param process how the process is
 * @param rows account of the rows of a replay; null in a demo
 */
public record SessionResult(
    double seconds,
    EngineCounters counters,
    LatencySummary latency,
    List<Order> openOrders,
    List<Position> positions,
    MoneyTotals money,
    String ruleSet,
    long journalRecords,
    String stateHash,
    List<String> inconsistencies,
    ProcessFigures process,
    @Nullable FeedProgress rows) {

  public boolean consistent() {
    return inconsistencies.isEmpty();
  }

  public double ticksPerSecond() {
    return seconds > 0 ? counters.ticks() / seconds : 0;
  }
}
