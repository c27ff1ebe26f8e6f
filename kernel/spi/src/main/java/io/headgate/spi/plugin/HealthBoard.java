package io.headgate.spi.plugin;

import org.osgi.annotation.versioning.ProviderType;

/** The node's health: all checks together. Safe from every thread. */
@ProviderType
public interface HealthBoard {

  /**
   * How the node is. The checks are asked at most once a second, by one caller; everybody else gets
   * the report that is there, so that it may be asked as often as anybody likes.
   */
  HealthReport report();
}
