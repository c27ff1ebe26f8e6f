package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.model.number.Fixed;
import io.headgate.spi.plugin.ConfigFile;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The configuration, checked.
 *
 * @param name id of the optimiser
 * @param shrinkage 0 to 1; empty where the data decides
 * @param minObservations fewest that say anything
 * @param maxAssets most of one problem
 * @param maxAbsReturn largest return that is believed
 * @param eigenvalueFloor share of the mean variance
 * @param minReturn least expected return over one observation; empty where none is asked for
 */
record MinimumVarianceSettings(
    String name,
    OptionalDouble shrinkage,
    int minObservations,
    int maxAssets,
    double maxAbsReturn,
    double eigenvalueFloor,
    OptionalDouble minReturn) {

  private static final double BPS = 10_000;

  /**
   * @throws IllegalArgumentException if a value is out of range; names file, key and value
   */
  static MinimumVarianceSettings of(MinimumVarianceConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(MinimumVarianceConfig.PID, properties);
    return new MinimumVarianceSettings(
        file.name("name", config::name),
        shrinkage(config.shrinkage().trim(), file),
        file.count("minObservations", config::minObservations, 2, 100_000),
        file.count("maxAssets", config::maxAssets, 1, 1_000),
        file.number("maxAbsReturn", config::maxAbsReturn, 1e-6, 10),
        file.number("eigenvalueFloor", config::eigenvalueFloor, 1e-12, 0.1),
        minReturn(config.minReturnBps().trim(), file));
  }

  private static OptionalDouble shrinkage(String text, ConfigFile file) {
    if (text.equals("auto")) {
      return OptionalDouble.empty();
    }
    try {
      double share = Fixed.toDouble(Fixed.parse(text));
      if (share >= 0 && share <= 1) {
        return OptionalDouble.of(share);
      }
    } catch (NumberFormatException e) {
      throw file.wrong("shrinkage", text, "auto, or a decimal from 0 to 1");
    }
    throw file.wrong("shrinkage", text, "auto, or a decimal from 0 to 1");
  }

  private static OptionalDouble minReturn(String text, ConfigFile file) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    long limit = 100_000 * Fixed.ONE;
    long bps = file.decimal("minReturnBps", () -> text, -limit, limit);
    return OptionalDouble.of(Fixed.toDouble(bps) / BPS);
  }
}
