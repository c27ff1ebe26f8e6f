package io.headgate.spi.monitor;

import org.osgi.annotation.versioning.ProviderType;

/** What the order path has done since the start; safe from every thread. */
@ProviderType
public interface EngineMonitor {

  /** Counters, now. */
  EngineCounters counters();

  /** Time from taking an intent off the queue to its verdict. */
  LatencySummary decisionLatency();

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
