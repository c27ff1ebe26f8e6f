package io.headgate.scorers.tribuo.internal;

import io.headgate.spi.plugin.ConfigFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The configuration, checked.
 *
 * @param name id of the scorer
 * @param modelFile file of the model
 * @param checkMillis how often to look at it
 */
record TribuoSettings(String name, Path modelFile, long checkMillis) {

  static final String PID = "io.headgate.scorers.tribuo";

  /**
   * @throws IllegalArgumentException naming file, key, value and what was expected
   */
  static TribuoSettings of(TribuoConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    String model =
        file.text(
            "modelFile",
            config::modelFile,
            Pattern.compile("[^\\x00]*\\S[^\\x00]*"),
            "a file name such as ${karaf.base}/models/trend.tribuo");
    return new TribuoSettings(
        file.name("name", config::name),
        Path.of(model.replace("${karaf.base}", System.getProperty("karaf.base", ".")))
            .toAbsolutePath()
            .normalize(),
        file.whole("checkMillis", config::checkMillis, 100, 3_600_000));
  }
}
