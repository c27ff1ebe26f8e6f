package io.headgate.rules.drools.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The configuration, checked.
 *
 * @param folder the rules folder
 * @param pollMillis interval between looks at the files, milliseconds
 * @param comparedOrders generated orders that a candidate and Drools must judge alike
 * @param warmUpEvaluations evaluations before a candidate serves
 * @param lift whether rules are lifted out of Drools' model
 */
record RulesSettings(
    Path folder, int pollMillis, int comparedOrders, int warmUpEvaluations, boolean lift) {

  /**
   * @throws IllegalArgumentException naming file, key, value and range, if a value is out of range
   */
  static RulesSettings of(RulesConfig config) {
    return new RulesSettings(
        folder(config.rulesFolder()),
        inRange("pollMillis", config.pollMillis(), 50, 60_000),
        inRange("comparedOrders", config.comparedOrders(), 100, 1_000_000),
        inRange("warmUpEvaluations", config.warmUpEvaluations(), 0, 1_000_000),
        config.lift());
  }

  private static Path folder(String configured) {
    if (configured.isBlank()) {
      return Path.of(System.getProperty("karaf.base", "."), "rules");
    }
    try {
      return Path.of(configured.trim());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "io.headgate.rules.cfg: rulesFolder = %s is no path: %s; expected a folder"
              .formatted(configured, e.getReason()),
          e);
    }
  }

  private static int inRange(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "io.headgate.rules.cfg: %s = %d; expected %d to %d".formatted(key, value, least, most));
    }
    return value;
  }
}
