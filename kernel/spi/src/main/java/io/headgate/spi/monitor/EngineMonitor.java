package io.headgate.spi.monitor;

import io.headgate.spi.limits.RightsUse;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the order path has done since the start; safe from every thread. */
@ProviderType
public interface EngineMonitor {

  /** Counters, now. */
  EngineCounters counters();

  /** Time from taking an intent off the queue to its verdict. */
  LatencySummary decisionLatency();

  /**
   * Latency of each stage: {@code intent-verdict}, {@code verdict-durable}, {@code durable-sent},
   * {@code sent-ack}. Does not disturb the engine's thread.
   */
  default List<StageLatency> stages() {
    return List.of();
  }

  /** How often each rule spoke, by rule and reason. */
  default List<VerdictCount> verdicts() {
    return List.of();
  }

  /** What is used of this node's rights; empty where nothing additive is limited. */
  default List<RightsUse> rights() {
    return List.of();
  }

  /**
   * Hash over orders, positions and counters, 64 hexadecimal digits; the same for the same input.
   * Taken between two events on the engine's thread.
   */
  String stateHash();

  /**
   * Waits until everything accepted before this call has been applied and is durable, lanes
   * included.
   *
   * @param timeoutMillis how long at most
   * @return whether it was drained in time
   */
  boolean drain(long timeoutMillis);
}
