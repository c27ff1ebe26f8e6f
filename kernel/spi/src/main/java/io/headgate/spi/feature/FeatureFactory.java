package io.headgate.spi.feature;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes features of some families; published as an OSGi service. Safe for several threads. */
@ConsumerType
public interface FeatureFactory {

  /** What it makes; the same whenever it is asked. */
  List<FeatureFamily> families();

  /**
   * Makes a new feature that has seen nothing.
   *
   * @param name of one of {@link #families}, with as many parameters as the family has
   * @throws IllegalArgumentException if a parameter makes no sense; the message says what does
   */
  Feature create(FeatureName name);
}
