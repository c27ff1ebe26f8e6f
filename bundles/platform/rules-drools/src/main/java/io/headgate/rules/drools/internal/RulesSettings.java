package io.headgate.rules.drools.internal;

import io.headgate.spi.plugin.ConfigFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The configuration, checked.
 *
 * @param folder the rules folder
 * @param pollMillis interval between looks at the files, milliseconds
 * @param comparedOrders generated orders that a candidate and Drools must judge alike
 * @param warmUpEvaluations evaluations before a candidate serves
 * @param maxCompileSeconds after so many seconds a compile is given up
 * @param lift whether rules are lifted out of Drools' model
 * @param desk where sets are tried
 */
record RulesSettings(
    Path folder,
    int pollMillis,
    int comparedOrders,
    int warmUpEvaluations,
    int maxCompileSeconds,
    boolean lift,
    DeskSettings desk) {

  /**
   * @throws IllegalArgumentException naming file, key, value and range, if a value is out of range
   */
  static RulesSettings of(RulesConfig config, ConfigFile file) {
    return new RulesSettings(
        folder(config.rulesFolder(), file),
        file.count("pollMillis", config::pollMillis, 50, 60_000),
        file.count("comparedOrders", config::comparedOrders, 100, 1_000_000),
        file.count("warmUpEvaluations", config::warmUpEvaluations, 0, 1_000_000),
        file.count("maxCompileSeconds", config::maxCompileSeconds, 5, 600),
        file.flag("lift", config::lift),
        DeskSettings.of(config, file));
  }

  private static Path folder(String configured, ConfigFile file) {
    if (configured.isBlank()) {
      return Path.of(System.getProperty("karaf.base", "."), "rules");
    }
    try {
      return Path.of(configured.trim());
    } catch (InvalidPathException e) {
      throw file.wrong("rulesFolder", configured, "the path of a folder");
    }
  }
}
