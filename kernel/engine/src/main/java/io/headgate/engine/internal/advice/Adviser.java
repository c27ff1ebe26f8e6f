package io.headgate.engine.internal.advice;

import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.Plugin;
import java.util.List;

/** One scorer or optimiser with its worker and its counters. */
final class Adviser<P extends Plugin> {

  private final P plugin;
  private final String name;
  private final Worker worker;
  private final Tally tally;

  /** Features that were last read for it; of a scorer only, and only to be used in the loop. */
  private List<String> features = List.of();

  Adviser(P plugin, Worker worker, Tally tally) {
    this.plugin = plugin;
    this.name = plugin.name();
    this.worker = worker;
    this.tally = tally;
  }

  P plugin() {
    return plugin;
  }

  String name() {
    return name;
  }

  Worker worker() {
    return worker;
  }

  Tally tally() {
    return tally;
  }

  List<String> features() {
    return features;
  }

  /** Whether these are others than before. */
  boolean featuresAre(List<String> now) {
    boolean changed = !features.equals(now);
    features = List.copyOf(now);
    return changed;
  }

  Health health() {
    try {
      return plugin.health();
    } catch (RuntimeException | LinkageError e) {
      return Health.down("%s cannot say how it is: %s".formatted(name, e));
    }
  }
}
