package io.headgate.engine.internal.advice;

import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.OptimiserStatus;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.scorer.ScorerStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Advisers as ops see them. A plug-in that cannot be asked is shown with what is known of it. */
final class Showing {

  private Showing() {}

  static ScorerStatus scorer(Adviser<Scorer> adviser, List<FeatureBook.Fed> vectors) {
    Scorer scorer = adviser.plugin();
    Tally tally = adviser.tally();
    return new ScorerStatus(
        adviser.name(),
        asked(scorer::kind, ""),
        adviser.health(),
        asked(scorer::modelId, ""),
        asked(scorer::features, List.of()),
        asked(scorer::provenance, Map.of()),
        vectors.stream().map(Showing::warmth).toList(),
        tally.answers(),
        tally.stale(),
        tally.unavailable(),
        tally.errors(),
        adviser.worker().waiting(),
        tally.latency());
  }

  private static ScorerStatus.Warmth warmth(FeatureBook.Fed fed) {
    return new ScorerStatus.Warmth(
        fed.instrument(), fed.vector().steps(), fed.vector().warmingUp(), fed.failure());
  }

  static OptimiserStatus optimiser(Adviser<Optimiser> adviser) {
    Tally tally = adviser.tally();
    return new OptimiserStatus(
        adviser.name(),
        adviser.health(),
        tally.answers(),
        tally.stale(),
        tally.unavailable(),
        tally.errors(),
        adviser.worker().waiting(),
        tally.latency());
  }

  private static <T> T asked(Supplier<T> question, T otherwise) {
    try {
      return question.get();
    } catch (RuntimeException | LinkageError e) {
      return otherwise;
    }
  }
}
