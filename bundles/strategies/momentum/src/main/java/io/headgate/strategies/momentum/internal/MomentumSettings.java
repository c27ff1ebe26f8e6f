package io.headgate.strategies.momentum.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/**
 * The configuration, checked.
 *
 * @param name id of the strategy
 * @param account account that it trades for
 * @param instruments what it trades, at least one
 * @param trend when it sees a trend
 * @param sizing how much it asks for
 * @param timing how long it waits
 */
record MomentumSettings(
    String name,
    String account,
    Set<InstrumentId> instruments,
    Trend trend,
    Sizing sizing,
    Timing timing) {

  private static final int MAX_FAST = 100_000;
  private static final int MAX_SLOW = 1_000_000;
  private static final int DAY_MILLIS = 86_400_000;
  private static final int HOUR_MILLIS = 3_600_000;
  private static final double BPS = 10_000;

  /**
   * When it sees a trend.
   *
   * @param fastPeriods length of the fast average
   * @param slowPeriods length of the slow average, above the fast one
   * @param minCrossBps distance that counts as a cross, ten-thousandths
   */
  record Trend(int fastPeriods, int slowPeriods, double minCrossBps) {}

  /**
   * How much it asks for.
   *
   * @param orderQty quantity of an entry, nine decimals
   * @param maxPosition largest position it seeks, nine decimals
   * @param style at which price
   * @param respectHeadroom whether it asks for its headroom at most
   */
  record Sizing(long orderQty, long maxPosition, OrderStyle style, boolean respectHeadroom) {}

  /**
   * How long it waits.
   *
   * @param orderTtlNanos age at which an open order is cancelled
   * @param backoffNanos pause after a first denial
   */
  record Timing(long orderTtlNanos, long backoffNanos) {}

  /** At which price it asks. */
  enum OrderStyle {
    /** Limit at the other side's touch: fills at once, if the market still stands. */
    TAKE,
    /** Limit at the own side's touch: waits for the market to come. */
    JOIN,
    /** Market order. */
    MARKET
  }

  /**
   * Checks every key again, because metatype only describes.
   *
   * @param properties the same configuration as it was given, for messages
   * @throws IllegalArgumentException naming file, key, value and range
   */
  static MomentumSettings of(MomentumConfig config, Map<String, Object> properties) {
    ConfigFault fault = new ConfigFault(properties);
    if (!config.name().matches("[a-z0-9-]{1,32}")) {
      throw fault.of("name", "1 to 32 of a-z, 0-9 and -");
    }
    if (config.account().isBlank() || config.account().length() > 32) {
      throw fault.of("account", "an account of etc/reference/accounts.csv");
    }
    return new MomentumSettings(
        config.name(),
        config.account(),
        instruments(config.instruments(), fault),
        trend(config, fault),
        sizing(config, fault),
        new Timing(
            millis("orderTtlMillis", config::orderTtlMillis, DAY_MILLIS, fault),
            millis("backoffMillis", config::backoffMillis, HOUR_MILLIS, fault)));
  }

  private static Set<InstrumentId> instruments(String text, ConfigFault fault) {
    Set<InstrumentId> ids = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      try {
        ids.add(InstrumentId.parse(part.trim()));
      } catch (IllegalArgumentException e) {
        throw fault.of("instruments", "SYMBOL.VENUE separated by commas, as in ALFA.SIM, BRVO.SIM");
      }
    }
    return Set.copyOf(ids);
  }

  private static Trend trend(MomentumConfig config, ConfigFault fault) {
    int fast = range("fastPeriods", config::fastPeriods, 1, MAX_FAST, fault);
    int slow = range("slowPeriods", config::slowPeriods, 2, MAX_SLOW, fault);
    if (slow <= fast) {
      throw fault.of("slowPeriods", "more than fastPeriods, which is " + fast);
    }
    long cross = decimal("minCrossBps", config.minCrossBps(), fault);
    if (cross < 0 || Fixed.toDouble(cross) > BPS) {
      throw fault.of("minCrossBps", "a decimal from 0 to 10000");
    }
    return new Trend(fast, slow, Fixed.toDouble(cross));
  }

  private static Sizing sizing(MomentumConfig config, ConfigFault fault) {
    long quantity = decimal("orderQty", config.orderQty(), fault);
    long max = decimal("maxPosition", config.maxPosition(), fault);
    if (quantity <= 0) {
      throw fault.of("orderQty", "a decimal above 0");
    }
    if (max <= 0) {
      throw fault.of("maxPosition", "a decimal above 0");
    }
    OrderStyle style;
    try {
      style = OrderStyle.valueOf(config.orderStyle());
    } catch (IllegalArgumentException e) {
      throw fault.of("orderStyle", "TAKE, JOIN or MARKET");
    }
    return new Sizing(quantity, max, style, config.respectHeadroom());
  }

  private static long decimal(String key, String text, ConfigFault fault) {
    try {
      return Fixed.parse(text);
    } catch (NumberFormatException e) {
      throw fault.of(key, "a decimal number such as 100 or 0.5");
    }
  }

  private static long millis(String key, IntSupplier value, int max, ConfigFault fault) {
    return Duration.ofMillis(range(key, value, 1, max, fault)).toNanos();
  }

  private static int range(String key, IntSupplier value, int min, int max, ConfigFault fault) {
    int number;
    try {
      number = value.getAsInt();
    } catch (RuntimeException e) {
      // The container throws when the text is no number at all.
      throw fault.of(key, "a whole number from %d to %d".formatted(min, max));
    }
    if (number < min || number > max) {
      throw fault.of(key, "a whole number from %d to %d".formatted(min, max));
    }
    return number;
  }
}
