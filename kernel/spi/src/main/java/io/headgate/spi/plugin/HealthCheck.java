package io.headgate.spi.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that tells how one part of the node is; the node's health is the worst of all. */
@ConsumerType
public interface HealthCheck {

  /** Name of the part, for example {@code journal}. */
  String name();

  /** How it is, now. Must return within milliseconds and must not throw. */
  Health check();

  /**
   * Whether its configuration is in force, see {@link SettingsInForce#health}; also a part of
   * {@link #check}. The node raises and clears the alarm {@code config.} and the name by it.
   */
  default Health configuration() {
    return Health.UP;
  }
}
