package io.headgate.spi.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all factories make together; the first factory that names a family makes it. */
public final class FeatureCatalog {

  private final Map<String, Source> sources = new TreeMap<>();

  private record Source(FeatureFamily family, FeatureFactory factory) {}

  /** Reads the families of all factories. */
  public FeatureCatalog(Collection<? extends FeatureFactory> factories) {
    for (FeatureFactory factory : factories) {
      for (FeatureFamily family : factory.families()) {
        sources.putIfAbsent(family.name(), new Source(family, factory));
      }
    }
  }

  /** All families, by name. */
  public List<FeatureFamily> families() {
    return sources.values().stream().map(Source::family).toList();
  }

  /**
   * Makes a vector that has seen nothing.
   *
   * @param names features such as {@code sma(50)}, in the order in which they are wanted
   * @throws IllegalArgumentException if a name cannot be read or nobody makes it; the message lists
   *     what there is
   */
  public FeatureVector vector(List<String> names) {
    List<Feature> features = new ArrayList<>();
    for (String name : names) {
      features.add(create(FeatureName.parse(name)));
    }
    return new FeatureVector(names, features);
  }

  private Feature create(FeatureName name) {
    Source source = sources.get(name.family());
    if (source == null) {
      throw new IllegalArgumentException(
          "nobody makes the feature %s; there are %s".formatted(name, signatures()));
    }
    int expected = source.family().parameters().size();
    if (name.parameters().size() != expected) {
      throw new IllegalArgumentException(
          "feature %s has %d parameters, expected %s"
              .formatted(name, name.parameters().size(), source.family().signature()));
    }
    return source.factory().create(name);
  }

  private String signatures() {
    return sources.isEmpty()
        ? "none at all; install a bundle that makes features"
        : sources.values().stream()
            .map(source -> source.family().signature())
            .collect(Collectors.joining(", "));
  }
}
