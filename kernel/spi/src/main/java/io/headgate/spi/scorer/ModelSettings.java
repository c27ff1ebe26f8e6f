package io.headgate.spi.scorer;

import io.headgate.spi.plugin.ConfigFile;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The configuration of a scorer that serves a model from a file, checked.
 *
 * @param name id of the scorer
 * @param modelFile file of the model
 * @param checkMillis how often to look at it
 */
public record ModelSettings(String name, Path modelFile, long checkMillis) {

  private static final Pattern FILE_NAME = Pattern.compile("[^\\x00]*\\S[^\\x00]*");

  /**
   * Checks the values of a configuration.
   *
   * @param example a file name to show where there is none
   * @throws IllegalArgumentException naming file, key, value and what was expected
   */
  public static ModelSettings of(
      ConfigFile file,
      Supplier<String> name,
      Supplier<String> modelFile,
      LongSupplier checkMillis,
      String example) {
    String model =
        file.text(
            "modelFile",
            modelFile,
            FILE_NAME,
            "a file name such as ${karaf.base}/models/" + example);
    return new ModelSettings(
        file.name("name", name),
        Path.of(model.replace("${karaf.base}", System.getProperty("karaf.base", ".")))
            .toAbsolutePath()
            .normalize(),
        file.whole("checkMillis", checkMillis, 100, 3_600_000));
  }
}
