package io.headgate.rest.internal.view;

import io.headgate.spi.control.TradingState;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.node.NodeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node; what belongs to a part that is not running is absent. */
@Schema(name = "Node", description = "Who the node is and what it has done since its start")
public record NodeView(
    @Schema(description = "First part of its ClOrdIDs") String id,
    String version,
    NodeInfo.Mode mode,
    @Schema(format = "date-time", description = "The node's clock, UTC") @Nullable String time,
    @Nullable TradingState tradingState,
    @Schema(description = "Nodes that share the additive limits") int configuredNodes,
    @Schema(description = "Nodes that are connected now") @Nullable List<String> connectedNodes,
    @Schema(description = "Different people that it takes to lift a kill") int rearmsNeeded,
    @Nullable Counters counters,
    @Schema(description = "From taking an intent off the queue to its verdict")
        @Nullable Latency decisionLatency,
    @Nullable JournalView journal) {

  /** Counters since the start. */
  @Schema(name = "Counters")
  public record Counters(
      @Schema(description = "Market events applied") long ticks,
      @Schema(description = "Market events refused") long ticksDropped,
      @Schema(description = "Intents decided on") long intents,
      long accepted,
      long denied,
      @Schema(description = "Denied by the reason code of the first block")
          Map<String, Long> deniedByReason,
      @Schema(description = "Distinct trades applied") long fills,
      @Schema(description = "Reports of trades that had been applied before") long duplicateFills) {

    /** Counters as clients see them. */
    public static Counters of(EngineCounters counters) {
      return new Counters(
          counters.ticks(),
          counters.ticksDropped(),
          counters.intents(),
          counters.accepted(),
          counters.denied(),
          counters.deniedByReason(),
          counters.fills(),
          counters.duplicateFills());
    }
  }

  /** A latency distribution, nanoseconds. */
  @Schema(name = "LatencyNanos")
  public record Latency(long count, long p50, long p99, long p999, long max) {

    /** A distribution as clients see it. */
    public static Latency of(LatencySummary summary) {
      return new Latency(
          summary.count(), summary.p50(), summary.p99(), summary.p999(), summary.max());
    }
  }

  /** The journal. */
  @Schema(name = "Journal")
  public record JournalView(
      long records,
      @Schema(description = "How many of them are durable") long durable,
      long bytes,
      @Schema(description = "Why it takes nothing any more; empty while it does") String failure) {}
}
