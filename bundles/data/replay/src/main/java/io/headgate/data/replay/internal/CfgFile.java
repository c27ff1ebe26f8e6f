package io.headgate.data.replay.internal;

import java.util.function.Supplier;

/** Reads values and says which key of which file is wrong. */
final class CfgFile {

  static final String NAME = "etc/" + ReplayConfig.PID + ".cfg";

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

  /** Reads a value that the container may fail to convert from text. */
  static <T> T read(String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s: %s cannot be read (%s); correct it".formatted(NAME, key, e.getMessage()), e);
    }
  }

  static IllegalArgumentException wrong(String key, Object found, String expected) {
    return new IllegalArgumentException(
        "%s: %s is '%s', expected %s; correct it".formatted(NAME, key, found, expected));
  }
}
