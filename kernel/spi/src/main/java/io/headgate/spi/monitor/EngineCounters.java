package io.headgate.spi.monitor;

import java.util.Map;

/**
 * Counters since the start of the process.
 *
 * @param ticks market events applied
 * @param ticksDropped market events refused (unknown instrument or absurd price)
 * @param intents intents decided on
 * @param accepted of those, accepted
 * @param denied of those, denied
 * @param deniedByReason denied by the reason code of the first block
 * @param fills distinct trades applied
 * @param duplicateFills reports of trades that had been applied before
 */
public record EngineCounters(
    long ticks,
    long ticksDropped,
    long intents,
    long accepted,
    long denied,
    Map<String, Long> deniedByReason,
    long fills,
    long duplicateFills) {

  public EngineCounters {
    deniedByReason = Map.copyOf(deniedByReason);
  }
}
