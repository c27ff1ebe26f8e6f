package io.headgate.strategies.momentum.internal;

import java.util.Map;

/** Says what is wrong with a configuration: file, key, value and what was expected. */
final class ConfigFault {

  private static final String PID = "io.headgate.strategies.momentum";

  private final Map<String, Object> properties;

  /**
   * @param properties the configuration as it was given
   */
  ConfigFault(Map<String, Object> properties) {
    this.properties = properties;
  }

  /** The exception for a key. */
  IllegalArgumentException of(String key, String expected) {
    return new IllegalArgumentException(
        "%s: %s is '%s', expected %s"
            .formatted(file(), key, properties.getOrDefault(key, ""), expected));
  }

  private String file() {
    Object file = properties.get("felix.fileinstall.filename");
    if (file == null) {
      return "configuration " + properties.getOrDefault("service.pid", PID);
    }
    String path = file.toString();
    return "etc/" + path.substring(path.lastIndexOf('/') + 1);
  }
}
