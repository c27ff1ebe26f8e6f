package io.headgate.data.simulator.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Reads values and says which key of which file is wrong. */
final class CfgFile {

  private static final String NAME = "etc/" + SimulatorConfig.PID + ".cfg";

  private CfgFile() {}

  static long whole(String key, Supplier<Number> value, long min, long max) {
    long found = read(key, value).longValue();
    if (found < min || found > max) {
      throw wrong(key, found, "a whole number from %d to %d".formatted(min, max));
    }
    return found;
  }

  static double number(String key, Supplier<Double> value, double min, double max) {
    double found = read(key, value);
    if (!(found >= min && found <= max)) {
      throw wrong(key, found, "a number from %s to %s".formatted(min, max));
    }
    return found;
  }

  /** The entries of a list that the file may hold as one text with commas. */
  static List<String> list(String[] values) {
    return Arrays.stream(values)
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::trim)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** Reads a value that the container may fail to convert from text. */
  static <T> T read(String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s: %s cannot be read (%s); correct it and save the file"
              .formatted(NAME, key, e.getMessage()),
          e);
    }
  }

  static IllegalArgumentException wrong(String key, Object found, String expected) {
    return new IllegalArgumentException(
        "%s: %s is '%s', expected %s; correct it and save the file"
            .formatted(NAME, key, found, expected));
  }
}
