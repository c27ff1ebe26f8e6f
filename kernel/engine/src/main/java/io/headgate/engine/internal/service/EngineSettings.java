package io.headgate.engine.internal.service;

import io.headgate.engine.internal.path.PathSettings;
import io.headgate.spi.plugin.ConfigFile;
import java.util.regex.Pattern;

/**
 * Settings of the engine, checked.
 *
 * @param path settings of the order path
 * @param intentQueue intents that can wait, 16 to 1,048,576; beyond it they are refused
 * @param marketQueue batches that can wait, 1 to 65,536; beyond it the feed waits
 * @param laneQueue commands that can wait for a connector, 16 to 1,048,576
 * @param watchdogMillis longest time that one task of the loop may take before the node halts
 * @param endedOrdersKept ended orders kept in memory, 100 to 10,000,000
 */
public record EngineSettings(
    PathSettings path,
    int intentQueue,
    int marketQueue,
    int laneQueue,
    long watchdogMillis,
    int endedOrdersKept) {

  /** A week: over weekends nobody quotes some pairs. */
  private static final long MOST_FX_AGE_MILLIS = 604_800_000;

  /** What the configuration file ships with. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(PathSettings.DEFAULT, 8_192, 256, 8_192, 5_000, 100_000);

  /**
   * @throws IllegalArgumentException if a number is out of range; the message names file, key,
   *     value and range
   */
  public EngineSettings {
    check("maxMarketAgeMillis", path.maxMarketAgeMillis(), 1, 86_400_000);
    check("maxFxAgeMillis", path.maxFxAgeMillis(), 1, MOST_FX_AGE_MILLIS);
    check("marketOrderCollarBps", path.marketOrderCollarBps(), 1, 5_000);
    if (!path.firmCurrency().matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "io.headgate.engine.cfg: firmCurrency = %s, expected an ISO 4217 code such as USD"
              .formatted(path.firmCurrency()));
    }
    check("intentQueue", intentQueue, 16, 1 << 20);
    check("marketQueue", marketQueue, 1, 1 << 16);
    check("laneQueue", laneQueue, 16, 1 << 20);
    check("watchdogMillis", watchdogMillis, 100, 600_000);
    check("endedOrdersKept", endedOrdersKept, 100, 10_000_000);
  }

  /**
   * The configuration, checked.
   *
   * @throws IllegalArgumentException if a value is wrong; the message names file, key, value and
   *     range
   */
  static EngineSettings of(EngineComponent.Config config, ConfigFile file) {
    return new EngineSettings(
        new PathSettings(
            file.whole("maxMarketAgeMillis", config::maxMarketAgeMillis, 1, 86_400_000),
            file.whole("maxFxAgeMillis", config::maxFxAgeMillis, 1, MOST_FX_AGE_MILLIS),
            file.count("marketOrderCollarBps", config::marketOrderCollarBps, 1, 5_000),
            file.text(
                "firmCurrency",
                config::firmCurrency,
                Pattern.compile("[A-Z]{3}"),
                "an ISO 4217 code such as USD")),
        file.count("intentQueue", config::intentQueue, 16, 1 << 20),
        file.count("marketQueue", config::marketQueue, 1, 1 << 16),
        file.count("laneQueue", config::laneQueue, 16, 1 << 20),
        file.whole("watchdogMillis", config::watchdogMillis, 100, 600_000),
        file.count("endedOrdersKept", config::endedOrdersKept, 100, 10_000_000));
  }

  /** Whether everything that is made once, at the start, is the same. */
  boolean startsAs(EngineSettings other) {
    return intentQueue == other.intentQueue
        && marketQueue == other.marketQueue
        && laneQueue == other.laneQueue
        && endedOrdersKept == other.endedOrdersKept
        && path.firmCurrency().equals(other.path.firmCurrency());
  }

  private static void check(String key, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "io.headgate.engine.cfg: %s = %d, expected %d to %d".formatted(key, value, min, max));
    }
  }
}
