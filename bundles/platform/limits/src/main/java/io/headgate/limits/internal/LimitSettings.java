package io.headgate.limits.internal;

import io.headgate.spi.plugin.ConfigFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The configuration, checked.
 *
 * @param folder folder of the limit files
 * @param warnAtPercent share of a blocking limit from which is warned
 * @param pollMillis time between two looks at the folder
 * @param heardFolder folder of what other nodes last said
 */
record LimitSettings(Path folder, int warnAtPercent, int pollMillis, Path heardFolder) {

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  static LimitSettings of(CsvLimits.Config config, ConfigFile file) {
    return new LimitSettings(
        folder("folder", config.folder(), file),
        file.count("warnAtPercent", config::warnAtPercent, 1, 100),
        file.count("pollMillis", config::pollMillis, 50, 10_000),
        folder("heardFolder", config.heardFolder(), file));
  }

  private static Path folder(String key, String text, ConfigFile file) {
    String folder =
        text.replace("${karaf.data}", System.getProperty("karaf.data", "data"))
            .replace("${karaf.base}", System.getProperty("karaf.base", "."));
    try {
      if (!folder.isBlank()) {
        return Path.of(folder);
      }
    } catch (InvalidPathException e) {
      // Falls through to the one message for all that is no folder.
    }
    throw file.wrong(key, text, "the path of a folder");
  }
}
