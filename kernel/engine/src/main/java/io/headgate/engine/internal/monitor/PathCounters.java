package io.headgate.engine.internal.monitor;

import io.headgate.engine.internal.market.MarketBook;
import io.headgate.model.decision.Decision;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.LatencySummary;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What the order path has done; confined to the loop. */
public final class PathCounters {

  private static final long MAX_LATENCY_NANOS = 10_000_000_000L;

  private final MarketBook market;
  private final Map<String, Long> deniedByReason = new TreeMap<>();
  private final Histogram decisionNanos = new Histogram(MAX_LATENCY_NANOS, 3);
  private long accepted;
  private long denied;
  private long fills;
  private long duplicateFills;

  /** Ticks are counted by the market book. */
  public PathCounters(MarketBook market) {
    this.market = market;
  }

  /** A decision was taken and journalled. */
  public void decided(Decision decision) {
    if (decision.accepted()) {
      accepted++;
    } else {
      denied++;
      deniedByReason.merge(decision.reason(), 1L, Long::sum);
    }
  }

  /** Time from intent to verdict. */
  public void decisionTook(long nanos) {
    decisionNanos.recordValue(Math.min(Math.max(nanos, 0), MAX_LATENCY_NANOS));
  }

  /** A trade was applied. */
  public void filled() {
    fills++;
  }

  /** A trade came again. */
  public void duplicate() {
    duplicateFills++;
  }

  /** Forgets what a recovery has counted: counters begin with the process. */
  public void restart() {
    accepted = 0;
    denied = 0;
    fills = 0;
    duplicateFills = 0;
    deniedByReason.clear();
  }

  /** A copy for others. */
  public EngineCounters snapshot() {
    return new EngineCounters(
        market.applied(),
        market.dropped(),
        accepted + denied,
        accepted,
        denied,
        deniedByReason,
        fills,
        duplicateFills);
  }

  /** Percentiles for others. */
  public LatencySummary latency() {
    return new LatencySummary(
        decisionNanos.getTotalCount(),
        decisionNanos.getValueAtPercentile(50),
        decisionNanos.getValueAtPercentile(99),
        decisionNanos.getValueAtPercentile(99.9),
        decisionNanos.getTotalCount() == 0 ? 0 : decisionNanos.getMaxValue());
  }
}
