package io.headgate.engine.internal.advice;

import io.headgate.engine.internal.market.MarketBook;
import io.headgate.engine.internal.market.MarketSubscriber;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketEvent;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feature vectors that somebody has asked for, each fed with the events of its instrument
 * before any strategy sees them. Confined to the loop.
 */
final class FeatureBook {

  private static final Logger LOG = LoggerFactory.getLogger(FeatureBook.class);

  private final MarketBook market;
  private List<FeatureFactory> factories = List.of();
  private final Map<Key, Fed> vectors = new LinkedHashMap<>();
  private FeatureCatalog catalog = new FeatureCatalog(List.of());

  private record Key(InstrumentId instrument, List<String> features) {}

  /** One vector on the market's events. */
  static final class Fed implements MarketSubscriber {
    private final InstrumentId instrument;
    private final FeatureVector vector;
    private String failure = "";

    private Fed(InstrumentId instrument, FeatureVector vector) {
      this.instrument = instrument;
      this.vector = vector;
    }

    @Override
    public void onEvent(MarketEvent event) {
      if (!failure.isEmpty()) {
        return;
      }
      try {
        vector.apply(event);
      } catch (RuntimeException | LinkageError e) {
        failure = "a feature of %s failed: %s".formatted(vector.names(), e);
        LOG.warn("{} on {}", failure, event, e);
      }
    }

    InstrumentId instrument() {
      return instrument;
    }

    FeatureVector vector() {
      return vector;
    }

    /** Why it is of no use; empty where it is. */
    String failure() {
      return failure;
    }
  }

  FeatureBook(MarketBook market) {
    this.market = market;
  }

  /**
   * Adds a factory; nothing changes if it throws.
   *
   * @throws RuntimeException if the factory cannot say what it makes
   */
  void add(FeatureFactory factory) {
    List<FeatureFactory> more = new ArrayList<>(factories);
    more.add(factory);
    FeatureCatalog larger = new FeatureCatalog(List.of(factory));
    catalog = factories.isEmpty() ? larger : catalogOf(more);
    factories = more;
  }

  /** Vectors are made anew when they are next asked for, so that nothing holds an old bundle. */
  void remove(FeatureFactory factory) {
    List<FeatureFactory> fewer = new ArrayList<>(factories);
    if (fewer.remove(factory)) {
      removeIf(key -> true);
      factories = fewer;
      catalog = catalogOf(fewer);
    }
  }

  /** Leaves out who cannot say any more what it makes: the others go on. */
  private static FeatureCatalog catalogOf(List<FeatureFactory> factories) {
    List<FeatureFactory> sound = new ArrayList<>();
    for (FeatureFactory factory : factories) {
      try {
        FeatureCatalog ignored = new FeatureCatalog(List.of(factory));
        sound.add(factory);
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        LOG.error("features of {} are left out", factory.getClass().getName(), e);
      }
    }
    return new FeatureCatalog(sound);
  }

  /**
   * The vector of an instrument, which begins to warm up with the first call. One that has failed
   * is told of once and begins anew.
   *
   * @throws IllegalArgumentException if a feature or the instrument is unknown
   */
  Fed vector(InstrumentId instrument, List<String> features) {
    Key key = new Key(instrument, features);
    Fed known = vectors.get(key);
    if (known != null) {
      if (!known.failure().isEmpty()) {
        removeIf(key::equals);
      }
      return known;
    }
    Fed fed = new Fed(instrument, catalog.vector(features));
    if (!market.subscribeFirst(instrument, fed)) {
      throw new IllegalArgumentException(
          "instrument %s is not known; add it to etc/reference/instruments.csv"
              .formatted(instrument));
    }
    vectors.put(key, fed);
    return fed;
  }

  /** Forgets the vectors that nobody wants any more. */
  void retain(Collection<List<String>> wanted) {
    removeIf(key -> !wanted.contains(key.features()));
  }

  private void removeIf(Predicate<Key> unwanted) {
    vectors
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = unwanted.test(entry.getKey());
              if (gone) {
                market.unsubscribe(entry.getValue());
              }
              return gone;
            });
  }

  /** Vectors with these features. */
  List<Fed> with(List<String> features) {
    return vectors.entrySet().stream()
        .filter(entry -> entry.getKey().features().equals(features))
        .map(Map.Entry::getValue)
        .toList();
  }
}
