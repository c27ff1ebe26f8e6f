package io.headgate.brokers.paper.internal;

import io.headgate.model.number.Fixed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

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
  private static final int MAX_LATENCY_MILLIS = 60_000;
  private static final long MAX_FEE_BPS = 100 * Fixed.ONE;

  /**
   * Checks every key again, because metatype only describes.
   *
   * @throws IllegalArgumentException naming file, key, value and range
   */
  static PaperSettings of(PaperConfig config) {
    return new PaperSettings(
        venues(config.venues()),
        Duration.ofMillis(range("latencyMillis", config.latencyMillis(), MAX_LATENCY_MILLIS))
            .toNanos(),
        range("partialFillPercent", config.partialFillPercent(), 100),
        range("rejectPercent", config.rejectPercent(), 100),
        feeBps(config.feeBps()),
        config.seed(),
        folder(config.stateFolder()));
  }

  /** Whether orders of this venue can go here. */
  boolean serves(String venue) {
    return venues.isEmpty() || venues.contains(venue);
  }

  private static Set<String> venues(String text) {
    Set<String> venues = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String venue = part.trim();
      if (venue.equals("*")) {
        return Set.of();
      }
      if (!venue.matches("[A-Z0-9]{1,8}")) {
        throw bad("venues", text, "* or venue codes of A-Z and 0-9 separated by commas");
      }
      venues.add(venue);
    }
    return Set.copyOf(venues);
  }

  private static int range(String key, int value, int max) {
    if (value < 0 || value > max) {
      throw bad(key, Integer.toString(value), "a number from 0 to " + max);
    }
    return value;
  }

  private static long feeBps(String text) {
    try {
      long bps = Fixed.parse(text);
      if (bps >= 0 && bps <= MAX_FEE_BPS) {
        return bps;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message for every bad fee.
    }
    throw bad("feeBps", text, "a decimal from 0 to 100");
  }

  private static Path folder(String text) {
    if (text.isBlank()) {
      throw bad("stateFolder", text, "the path of a folder");
    }
    return Path.of(text.replace(DATA, System.getProperty("karaf.data", "data")));
  }

  private static IllegalArgumentException bad(String key, String value, String expected) {
    return new IllegalArgumentException(
        "%s: %s is '%s', expected %s".formatted(FILE, key, value, expected));
  }
}
