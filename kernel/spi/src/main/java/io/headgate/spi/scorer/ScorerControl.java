package io.headgate.spi.scorer;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Scorers as ops see them. */
@ProviderType
public interface ScorerControl {

  /** All scorers of this node, by name. */
  List<ScorerStatus> list();

  /**
   * One scorer.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists the names
   */
  ScorerStatus scorer(String name);
}
