package io.headgate.ops.internal.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that were read off the node and are kept for a registry. Each collection replaces those
 * before it: what is gone from the node is gone from the registry. The number of label sets of one
 * name is bounded, so that nobody's names can fill a monitoring system.
 */
final class Samples {

  /** Label sets of one name at most; further ones are counted in {@link #dropped}. */
  static final int MOST_LABELS = 250;

  private final MeterRegistry registry;
  private final Map<Key, Kept> kept = new HashMap<>();
  private final Map<String, Integer> labelSets = new HashMap<>();
  private final Set<Key> seen = new HashSet<>();
  private long dropped;

  private record Key(String name, Tags tags) {}

  /** One value; read by scrapes on other threads. */
  private static final class Kept {
    private volatile double value;
    private @Nullable Meter meter;
  }

  Samples(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Begins a collection. */
  void begin() {
    seen.clear();
    labelSets.clear();
  }

  /** Something that only grows; its name ends in {@code .total} for Prometheus by itself. */
  void counter(String name, String help, long value, String... tags) {
    Kept sample = find(name, tags);
    if (sample == null) {
      return;
    }
    sample.value = (double) value;
    if (sample.meter == null) {
      sample.meter =
          FunctionCounter.builder(name, sample, one -> one.value)
              .description(help)
              .tags(tags)
              .register(registry);
    }
  }

  /** Something that goes up and down, in whole numbers. */
  void gauge(String name, String help, long value, String... tags) {
    gauge(name, help, (double) value, tags);
  }

  /** Something that goes up and down. */
  void gauge(String name, String help, double value, String... tags) {
    Kept sample = find(name, tags);
    if (sample == null) {
      return;
    }
    sample.value = value;
    if (sample.meter == null) {
      sample.meter =
          Gauge.builder(name, sample, one -> one.value)
              .description(help)
              .tags(tags)
              .strongReference(true)
              .register(registry);
    }
  }

  private @Nullable Kept find(String name, String... tags) {
    if (labelSets.merge(name, 1, Integer::sum) > MOST_LABELS) {
      dropped++;
      return null;
    }
    Key key = new Key(name, Tags.of(tags));
    seen.add(key);
    return kept.computeIfAbsent(key, k -> new Kept());
  }

  /** Ends a collection: takes away what was not seen in it. */
  void end() {
    kept.entrySet()
        .removeIf(
            entry -> {
              boolean gone = !seen.contains(entry.getKey());
              Meter meter = entry.getValue().meter;
              if (gone && meter != null) {
                registry.remove(meter);
              }
              return gone;
            });
  }

  /** Values that were left out since the start because a name had too many label sets. */
  long dropped() {
    return dropped;
  }
}
