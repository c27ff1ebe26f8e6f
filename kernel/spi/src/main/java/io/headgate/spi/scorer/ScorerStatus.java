package io.headgate.spi.scorer;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.plugin.Health;
import java.util.List;
import java.util.Map;

/**
 * A scorer as it stands; counters since the start of the process or of the scorer.
 *
 * @param name its id
 * @param kind what it is made with
 * @param health how it is
 * @param modelId model in use; empty where there is none
 * @param features what the model wants, in order
 * @param provenance where the model comes from
 * @param instruments what it has been asked about, with the state of the features
 * @param scores fresh answers
 * @param stale answers that did not come by their deadline
 * @param unavailable requests without an answer, failures included
 * @param errors of those, failures of the scorer itself
 * @param waiting requests in its queue
 * @param latency time of one score; empty in a replay, where time follows the events
 */
public record ScorerStatus(
    String name,
    String kind,
    Health health,
    String modelId,
    List<String> features,
    Map<String, String> provenance,
    List<Warmth> instruments,
    long scores,
    long stale,
    long unavailable,
    long errors,
    int waiting,
    LatencySummary latency) {

  public ScorerStatus {
    features = List.copyOf(features);
    instruments = List.copyOf(instruments);
  }

  /**
   * The features of one instrument.
   *
   * @param instrument what they are about
   * @param steps events counted so far
   * @param warmingUp features without a value as yet; empty when ready
   * @param failure why they cannot be had; empty where they can
   */
  public record Warmth(
      InstrumentId instrument, long steps, List<String> warmingUp, String failure) {

    public Warmth {
      warmingUp = List.copyOf(warmingUp);
    }
  }
}
