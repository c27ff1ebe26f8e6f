package io.headgate.node.internal.session;

import io.headgate.spi.feature.FeatureName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code headgate train} was asked for.
 *
 * @param recorded the data, described as for a replay
 * @param features what the model sees
 * @param horizon how many steps ahead it looks
 * @param flatBps a move of no more than this is none, ten-thousandths
 * @param model kind of model; empty: the trainer's default
 * @param seed of everything that is random
 * @param out file of the model
 * @param onnx file of the same model as ONNX; null: none
 */
record TrainArguments(
    ReplayArguments recorded,
    List<String> features,
    int horizon,
    double flatBps,
    String model,
    long seed,
    Path out,
    @Nullable Path onnx) {

  private static final String DEFAULT_FEATURES =
      "return(1), return(5), return(20), sma(50), ema(20), volatility(50), rsi(14)";

  /** Options of its own, and what must stand there. */
  private static final Map<String, String> OWN =
      Map.of(
          "features", "names such as return(1), sma(50), spread",
          "horizon", "a number of steps from 1 to 100000",
          "flat-bps", "a number from 0 to 1000",
          "model", "a kind of model such as logistic",
          "seed", "a whole number",
          "out", "the file of the model, such as models/trend.tribuo",
          "onnx", "a file such as models/trend.onnx");

  /** Options of a replay that say nothing here. */
  private static final List<String> NOT_HERE = List.of("--strategy", "--set", "--speed");

  /**
   * Reads and checks the arguments.
   *
   * @param cwd folder from which relative file names count
   * @throws UsageException if an argument is wrong; the message names it, its value and what was
   *     expected
   */
  static TrainArguments parse(List<String> arguments, Path cwd) {
    Map<String, String> own = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      boolean joined = argument.startsWith("--") && equals > 0;
      String option = joined ? argument.substring(0, equals) : argument;
      if (NOT_HERE.contains(option)) {
        throw new UsageException("train does not know " + option);
      }
      String name = option.startsWith("--") ? option.substring(2) : "";
      if (!OWN.containsKey(name)) {
        others.add(argument);
        continue;
      }
      String value = "";
      if (joined) {
        value = argument.substring(equals + 1);
      } else if (i + 1 < arguments.size()) {
        i++;
        value = arguments.get(i);
      }
      if (value.isBlank()) {
        throw new UsageException("--%s has no value, expected %s".formatted(name, OWN.get(name)));
      }
      if (own.put(name, value) != null) {
        throw new UsageException("--%s stands twice".formatted(name));
      }
    }
    return of(recorded(others, cwd), own, cwd);
  }

  private static ReplayArguments recorded(List<String> others, Path cwd) {
    try {
      return ReplayArguments.parse(others, cwd);
    } catch (UsageException e) {
      throw new UsageException(
          String.valueOf(e.getMessage())
              .replace("replay does not know", "train does not know")
              .replace("replay needs", "train needs")
              .replace("headgate replay", "headgate train"));
    }
  }

  private static TrainArguments of(ReplayArguments recorded, Map<String, String> own, Path cwd) {
    if (!own.containsKey("out")) {
      throw new UsageException("--out is missing, expected " + OWN.get("out"));
    }
    return new TrainArguments(
        recorded,
        features(own.getOrDefault("features", DEFAULT_FEATURES)),
        (int) number("horizon", own.getOrDefault("horizon", "10"), 1, 100_000),
        decimal(own.getOrDefault("flat-bps", "0")),
        own.getOrDefault("model", ""),
        number("seed", own.getOrDefault("seed", "1"), Long.MIN_VALUE, Long.MAX_VALUE),
        cwd.resolve(own.getOrDefault("out", "")).normalize(),
        own.containsKey("onnx") ? cwd.resolve(own.getOrDefault("onnx", "")).normalize() : null);
  }

  private static List<String> features(String text) {
    try {
      return FeatureName.parseList(text).stream().map(FeatureName::toString).toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--features: " + e.getMessage());
    }
  }

  private static long number(String name, String text, long min, long max) {
    try {
      long number = Long.parseLong(text.strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException("--%s is '%s', expected %s".formatted(name, text, OWN.get(name)));
  }

  private static double decimal(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      if (number >= 0 && number <= 1_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(
        "--flat-bps is '%s', expected %s".formatted(text, OWN.get("flat-bps")));
  }
}
