package io.headgate.brokers.paper.internal;

import io.headgate.model.number.Fixed;
import io.headgate.spi.plugin.ConfigFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  private static final String EXPECTED_VENUES =
      "* or venue codes of A-Z and 0-9 separated by commas";
  private static final String DATA = "${karaf.data}";
  private static final int MAX_LATENCY = 60_000;
  private static final long MAX_FEE_BPS = 100 * Fixed.ONE;

  /**
   * Checks every key again, because metatype only describes.
   *
   * @throws IllegalArgumentException naming file, key, value and range
   */
  static PaperSettings of(PaperConfig config, ConfigFile file) {
    return new PaperSettings(
        venues(config, file),
        Duration.ofMillis(file.whole("latencyMillis", config::latencyMillis, 0, MAX_LATENCY))
            .toNanos(),
        file.count("partialFillPercent", config::partialFillPercent, 0, 100),
        file.count("rejectPercent", config::rejectPercent, 0, 100),
        file.decimal("feeBps", config::feeBps, 0, MAX_FEE_BPS),
        file.whole("seed", config::seed, Long.MIN_VALUE, Long.MAX_VALUE),
        folder(config, file));
  }

  /** Whether orders of this venue can go here. */
  boolean serves(String venue) {
    return venues.isEmpty() || venues.contains(venue);
  }

  private static Set<String> venues(PaperConfig config, ConfigFile file) {
    List<String> entries = file.list("venues", config::venues);
    if (entries.contains("*")) {
      return Set.of();
    }
    Set<String> venues = new TreeSet<>(entries);
    for (String venue : venues) {
      if (!venue.matches("[A-Z0-9]{1,8}")) {
        throw file.wrong("venues", EXPECTED_VENUES);
      }
    }
    if (venues.isEmpty()) {
      throw file.wrong("venues", EXPECTED_VENUES);
    }
    return Set.copyOf(venues);
  }

  private static Path folder(PaperConfig config, ConfigFile file) {
    String text = config.stateFolder();
    if (text.isBlank()) {
      throw file.wrong("stateFolder", "the path of a folder");
    }
    try {
      return Path.of(text.replace(DATA, System.getProperty("karaf.data", "data")));
    } catch (InvalidPathException e) {
      throw file.wrong("stateFolder", "the path of a folder");
    }
  }
}
