package io.headgate.spi.scorer;

import io.headgate.model.market.MarketEvent;
import io.headgate.spi.feature.FeatureCatalog;
import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Trains models that its scorers can serve; published as an OSGi service. */
@ConsumerType
public interface ModelTrainer {

  /** What it trains with, as {@link Scorer#kind}. */
  String kind();

  /** Kinds of models, the default first. */
  List<String> models();

  /**
   * Begins a training.
   *
   * @throws IllegalArgumentException if the request makes no sense; the message names the option,
   *     its value and what was expected
   */
  Training begin(TrainingRequest request, FeatureCatalog features);

  /** One training; used by one thread at a time. */
  interface Training {

    /** The next event, in the order of the recording. */
    void accept(MarketEvent event);

    /**
     * Trains, tests and writes.
     *
     * @throws IllegalArgumentException if there is too little to learn from; the message says how
     *     much there was and how much is needed
     * @throws IOException if a file cannot be written; the message names it
     */
    TrainingReport finish() throws IOException;
  }
}
