package io.headgate.spi.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/** What every plug-in has in common. */
@ConsumerType
public interface Plugin {

  /** Its id on this node: 1 to 32 of {@code a-z 0-9 -}; unique within its kind. */
  String name();

  /** How it is, now. Must return fast and must not throw. */
  default Health health() {
    return Health.UP;
  }
}
