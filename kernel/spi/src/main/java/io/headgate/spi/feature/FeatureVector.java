package io.headgate.spi.feature;

import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import java.util.ArrayList;
import java.util.List;

/**
 * Several features of one instrument, fed together. The engine and every training feed features
 * through this class, so that both see the same numbers. Used by one thread at a time.
 */
public final class FeatureVector {

  private final List<String> names;
  private final Feature[] features;
  private final Steps steps = new Steps();
  private long tsEvent;

  FeatureVector(List<String> names, List<Feature> features) {
    this.names = List.copyOf(names);
    this.features = features.toArray(Feature[]::new);
  }

  /** Names of the features, in order. */
  public List<String> names() {
    return names;
  }

  /**
   * Takes the next event of the instrument.
   *
   * @return whether it was a step
   */
  public boolean apply(MarketEvent event) {
    Steps.Outcome outcome = steps.observe(event);
    tsEvent = event.tsEvent();
    boolean restart = outcome == Steps.Outcome.RESTART;
    boolean step = outcome != Steps.Outcome.NONE;
    for (Feature feature : features) {
      if (restart) {
        feature.reset();
      }
      if (event instanceof Quote quote) {
        feature.onQuote(quote);
      } else if (event instanceof Trade trade) {
        feature.onTrade(trade);
      }
      if (step) {
        feature.onStep(steps.price());
      }
    }
    return step;
  }

  /** Whether every feature has a value. */
  public boolean isReady() {
    for (Feature feature : features) {
      if (!Double.isFinite(feature.value())) {
        return false;
      }
    }
    return true;
  }

  /** The values, in order; {@link Double#NaN} where a feature is warming up. */
  public double[] values() {
    double[] values = new double[features.length];
    for (int i = 0; i < features.length; i++) {
      values[i] = features[i].value();
    }
    return values;
  }

  /** Names of the features that are warming up. */
  public List<String> warmingUp() {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      if (!Double.isFinite(features[i].value())) {
        missing.add(names.get(i));
      }
    }
    return missing;
  }

  /** Steps so far; see {@link Steps}. */
  public long steps() {
    return steps.count();
  }

  /** Price of the latest step; {@link Double#NaN} before the first. */
  public double price() {
    return steps.price();
  }

  /** Source time of the last event, UTC nanoseconds since 1970; 0 before the first. */
  public long tsEvent() {
    return tsEvent;
  }
}
