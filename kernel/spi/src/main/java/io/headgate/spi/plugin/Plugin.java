package io.headgate.spi.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/** What every plug-in has in common. */
@ConsumerType
public interface Plugin {

  /** Its id on this node: 1 to 32 of {@code a-z 0-9 -}; unique within its kind. */
  String name();

  /**
   * How it is, now. Must return fast and must not throw. The node looks at it every second, shows
   * it, and raises an alarm while it is not up.
   */
  default Health health() {
    return Health.UP;
  }

  /**
   * Grows each time that changed settings have come into force, see {@link SettingsInForce}. When
   * the container tells of a changed configuration and this has grown, the engine calls {@code
   * stop} and then {@code start} of a running strategy or connector between two of its callbacks;
   * before that {@code start} it goes on with the settings that it has. Plug-ins of other kinds
   * take changed settings by themselves.
   */
  default long generation() {
    return 0;
  }
}
