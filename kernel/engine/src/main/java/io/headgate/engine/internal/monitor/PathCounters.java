package io.headgate.engine.internal.monitor;

import io.headgate.engine.internal.market.MarketBook;
import io.headgate.model.decision.Decision;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.monitor.VerdictCount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What the order path has done; confined to the loop. */
public final class PathCounters {

  private static final long MAX_LATENCY_NANOS = 10_000_000_000L;

  private final MarketBook market;
  private final Map<String, Long> deniedByReason = new TreeMap<>();
  private final Histogram decisionNanos = new Histogram(MAX_LATENCY_NANOS, 3);
  private final VerdictCounters verdicts = new VerdictCounters();
  private @Nullable PathStages stages;
  private long accepted;
  private long denied;
  private long fills;
  private long duplicateFills;

  /** Ticks are counted by the market book. */
  public PathCounters(MarketBook market) {
    this.market = market;
  }

  /** Tells the stages of the path how long each decision took, too. */
  public void tell(PathStages told) {
    stages = told;
  }

  /** A decision was taken and journalled. */
  public void decided(Decision decision) {
    verdicts.add(decision);
    if (decision.accepted()) {
      accepted++;
    } else {
      denied++;
      deniedByReason.merge(decision.reason(), 1L, Long::sum);
    }
  }

  /** Time from intent to verdict. */
  public void decisionTook(long nanos) {
    if (stages != null) {
      stages.decisionTook(nanos);
    }
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
    verdicts.clear();
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

  /** How often each rule spoke. */
  public List<VerdictCount> verdicts() {
    return verdicts.snapshot();
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
