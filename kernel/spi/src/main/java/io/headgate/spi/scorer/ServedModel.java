package io.headgate.spi.scorer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** A model that has been read and can score; safe from every thread. */
@ConsumerType
public interface ServedModel extends AutoCloseable {

  /** Id of exactly this model, see {@link Scorer#modelId}. */
  String id();

  /** Names of the features that it wants, in order. */
  List<String> features();

  /** Where it comes from, see {@link Scorer#provenance}. */
  Map<String, String> provenance();

  /**
   * Scores.
   *
   * @param values one for each of {@link #features}, all finite
   * @return null if it is closed: another model is in its place by then
   */
  @Nullable Score score(double[] values);

  /** Frees what it holds outside of the heap. */
  @Override
  default void close() {}
}
