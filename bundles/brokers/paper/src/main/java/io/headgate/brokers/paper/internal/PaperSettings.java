package io.headgate.brokers.paper.internal;

import io.headgate.model.number.Fixed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The configuration, checked.
 *
 * @param venues venue codes that are served; empty serves every venue
 * @param latencyNanos time to the venue, nanoseconds
 * @param partialFillPercent 0 to 100
 * @param rejectPercent 0 to 100
 * @param feeBps ten-thousandths of the notional, nine decimals
 * @param seed of everything that happens by chance
 * @param stateFolder where the venue's log lies
 */
record PaperSettings(
    Set<String> venues,
    long latencyNanos,
    int partialFillPercent,
    int rejectPercent,
    long feeBps,
    long seed,
    Path stateFolder) {

  private static final String FILE = "etc/io.headgate.brokers.paper.cfg";
  private static final String DATA = "${karaf.data}";
  private static final int MAX_LATENCY = 60_000;
  private static final long MAX_FEE_BPS = 100 * Fixed.ONE;

  /**
   * Checks every key again, because metatype only describes.
   *
   * @param properties the same configuration as it was given, for messages
   * @throws IllegalArgumentException naming file, key, value and range
   */
  static PaperSettings of(PaperConfig config, Map<String, Object> properties) {
    Fault fault = new Fault(properties);
    return new PaperSettings(
        venues(config.venues(), fault),
        Duration.ofMillis(range("latencyMillis", config::latencyMillis, MAX_LATENCY, fault))
            .toNanos(),
        range("partialFillPercent", config::partialFillPercent, 100, fault),
        range("rejectPercent", config::rejectPercent, 100, fault),
        feeBps(config.feeBps(), fault),
        read("seed", config::seed, "a whole number", fault),
        folder(config.stateFolder(), fault));
  }

  /** Whether orders of this venue can go here. */
  boolean serves(String venue) {
    return venues.isEmpty() || venues.contains(venue);
  }

  private static Set<String> venues(String text, Fault fault) {
    Set<String> venues = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String venue = part.trim();
      if (venue.equals("*")) {
        return Set.of();
      }
      if (!venue.matches("[A-Z0-9]{1,8}")) {
        throw fault.of("venues", "* or venue codes of A-Z and 0-9 separated by commas");
      }
      venues.add(venue);
    }
    return Set.copyOf(venues);
  }

  private static int range(String key, IntSupplier value, int max, Fault fault) {
    String expected = "a whole number from 0 to " + max;
    int number = (int) read(key, value::getAsInt, expected, fault);
    if (number < 0 || number > max) {
      throw fault.of(key, expected);
    }
    return number;
  }

  private static long read(String key, LongSupplier value, String expected, Fault fault) {
    try {
      return value.getAsLong();
    } catch (RuntimeException e) {
      // The container throws when the text is no number at all.
      throw fault.of(key, expected);
    }
  }

  private static long feeBps(String text, Fault fault) {
    try {
      long bps = Fixed.parse(text);
      if (bps >= 0 && bps <= MAX_FEE_BPS) {
        return bps;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message for every bad fee.
    }
    throw fault.of("feeBps", "a decimal from 0 to 100");
  }

  private static Path folder(String text, Fault fault) {
    if (text.isBlank()) {
      throw fault.of("stateFolder", "the path of a folder");
    }
    return Path.of(text.replace(DATA, System.getProperty("karaf.data", "data")));
  }

  /** Says what is wrong, with the value as it was given. */
  private record Fault(Map<String, Object> properties) {
    IllegalArgumentException of(String key, String expected) {
      return new IllegalArgumentException(
          "%s: %s is '%s', expected %s"
              .formatted(FILE, key, properties.getOrDefault(key, ""), expected));
    }
  }
}
