package io.headgate.spi.optimiser;

import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.plugin.Health;

/**
 * An optimiser as it stands; counters since the start of the process or of the optimiser.
 *
 * @param name its id
 * @param health how it is
 * @param answers portfolios that came in time
 * @param stale answers that did not come by their deadline
 * @param unavailable requests without a portfolio, failures included
 * @param errors of those, failures of the optimiser itself
 * @param waiting requests in its queue
 * @param latency time of one portfolio; empty in a replay, where time follows the events
 */
public record OptimiserStatus(
    String name,
    Health health,
    long answers,
    long stale,
    long unavailable,
    long errors,
    int waiting,
    LatencySummary latency) {}
