package io.headgate.data.simulator.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration, checked.
 *
 * @param seed of the market
 * @param instruments the wanted ones; empty for all of venue SIM
 * @param startPrices nine decimals
 * @param dynamics how prices move
 * @param delivery how ticks are sent
 * @param hours how long sessions and breaks are
 */
record Settings(
    long seed,
    List<InstrumentId> instruments,
    Map<InstrumentId, Long> startPrices,
    Dynamics dynamics,
    Delivery delivery,
    Hours hours) {

  /** Prices may wander by a factor of 20 and must still fit nine decimals. */
  private static final long MAX_START_PRICE = 400_000_000L;

  Settings {
    instruments = List.copyOf(instruments);
    startPrices = Map.copyOf(startPrices);
  }

  /**
   * @throws IllegalArgumentException if a value is out of range; names file, key and value
   */
  static Settings of(SimulatorConfig config) {
    return new Settings(
        CfgFile.read("seed", config::seed),
        instruments(config),
        startPrices(config),
        Dynamics.of(config),
        Delivery.of(config),
        Hours.of(config));
  }

  private static List<InstrumentId> instruments(SimulatorConfig config) {
    List<InstrumentId> ids = new ArrayList<>();
    for (String entry : CfgFile.list(config.instruments())) {
      InstrumentId id = id("instruments", entry);
      if (ids.contains(id)) {
        throw CfgFile.wrong("instruments", entry, "each instrument once");
      }
      ids.add(id);
    }
    return ids;
  }

  private static Map<InstrumentId, Long> startPrices(SimulatorConfig config) {
    Map<InstrumentId, Long> prices = new HashMap<>();
    for (String entry : CfgFile.list(config.startPrices())) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw CfgFile.wrong("startPrices", entry, "SYMBOL.VENUE=price, as in ACME.SIM=101.5");
      }
      InstrumentId id = id("startPrices", entry.substring(0, equals).trim());
      if (prices.put(id, price(entry, entry.substring(equals + 1))) != null) {
        throw CfgFile.wrong("startPrices", entry, "each instrument once");
      }
    }
    return prices;
  }

  private static long price(String entry, String text) {
    try {
      long price = Fixed.parse(text);
      if (price > 0 && price <= MAX_START_PRICE * Fixed.ONE) {
        return price;
      }
    } catch (NumberFormatException e) {
      throw CfgFile.wrong("startPrices", entry, "a decimal price (" + e.getMessage() + ")");
    }
    throw CfgFile.wrong("startPrices", entry, "a price above 0 and up to " + MAX_START_PRICE);
  }

  private static InstrumentId id(String key, String text) {
    try {
      return InstrumentId.parse(text);
    } catch (IllegalArgumentException e) {
      throw CfgFile.wrong(key, text, "SYMBOL.VENUE (" + e.getMessage() + ")");
    }
  }

  /**
   * How ticks are sent.
   *
   * @param ticksPerSecond over all instruments
   * @param paced whether to keep to that pace
   * @param maxTicks 0 for endless
   * @param batchRows ticks in one batch: fixed, so that batches do not depend on the machine
   * @param startNanos where the feed's own time begins, UTC nanoseconds since 1970
   */
  record Delivery(
      int ticksPerSecond, boolean paced, long maxTicks, int batchRows, long startNanos) {

    private static final long NANOS = 1_000_000_000L;

    static Delivery of(SimulatorConfig config) {
      int rate = (int) CfgFile.whole("ticksPerSecond", config::ticksPerSecond, 1, 5_000_000);
      int size = (int) CfgFile.whole("batchSize", config::batchSize, 1, 65_536);
      long millis = CfgFile.whole("batchMillis", config::batchMillis, 1, 1_000);
      boolean paced = CfgFile.read("paced", config::paced);
      long collected = Math.max(1, rate * millis / 1_000);
      return new Delivery(
          rate,
          paced,
          CfgFile.whole("maxTicks", config::maxTicks, 0, Long.MAX_VALUE),
          paced ? (int) Math.min(size, collected) : size,
          startNanos(config.startTime()));
    }

    private static long startNanos(String text) {
      try {
        Instant start = Instant.parse(text.trim());
        if (start.isAfter(Instant.EPOCH) && start.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
          return start.getEpochSecond() * NANOS + start.getNano();
        }
      } catch (DateTimeException e) {
        throw CfgFile.wrong("startTime", text, "an ISO-8601 moment such as 2026-01-05T14:30:00Z");
      }
      throw CfgFile.wrong("startTime", text, "a moment from 1970 to 2200");
    }
  }

  /**
   * How long sessions and breaks are, in the feed's time.
   *
   * @param sessionSeconds seconds from an opening to the close
   * @param breakNanos nanoseconds from a close to the next opening
   */
  record Hours(double sessionSeconds, long breakNanos) {

    static Hours of(SimulatorConfig config) {
      double speed = CfgFile.number("marketSpeed", config::marketSpeed, 0.001, 100_000);
      double minutes = CfgFile.number("sessionMinutes", config::sessionMinutes, 1, 1e7);
      long millis = CfgFile.whole("breakMillis", config::breakMillis, 0, 3_600_000);
      return new Hours(minutes * 60 / speed, millis * 1_000_000);
    }
  }
}
