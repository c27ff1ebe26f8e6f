package io.headgate.strategies.rebalance.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.spi.plugin.ConfigFile;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The configuration, checked.
 *
 * @param name id of the strategy
 * @param account account that it holds
 * @param instruments what it may hold, at least one
 * @param capital what it invests
 * @param question what it asks the optimiser, and when
 * @param bounds which weights it wants
 * @param orders how it trades
 */
record RebalanceSettings(
    String name,
    String account,
    Set<InstrumentId> instruments,
    Capital capital,
    Question question,
    Bounds bounds,
    Orders orders) {

  static final String PID = "io.headgate.strategies.rebalance";

  private static final Pattern ACCOUNT = Pattern.compile("\\S(.{0,30}\\S)?");
  private static final Pattern CAPITAL = Pattern.compile("[0-9]+(\\.[0-9]+)? +[A-Z]{3}");
  private static final double MAX_CAPITAL = 1e12;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int DAY_MILLIS = 86_400_000;
  private static final int HOUR_MILLIS = 3_600_000;

  /**
   * What it invests.
   *
   * @param amount above 0
   * @param currency ISO 4217 code
   */
  record Capital(double amount, String currency) {}

  /**
   * What it asks, and when.
   *
   * @param optimiser who is asked
   * @param observations returns that it gets to see
   * @param sampleNanos time from one observation to the next
   * @param intervalNanos time from one question to the next
   * @param deadlineNanos how long it waits
   */
  record Question(
      String optimiser,
      int observations,
      long sampleNanos,
      long intervalNanos,
      long deadlineNanos) {}

  /**
   * Shares of the capital, 0 to 1.
   *
   * @param least in each instrument
   * @param most in each instrument
   * @param band below which differences are left alone
   */
  record Bounds(double least, double most, double band) {}

  /**
   * How it trades.
   *
   * @param style at which price
   * @param ttlNanos age at which an open order is cancelled
   * @param backoffNanos pause after a first denial
   */
  record Orders(OrderStyle style, long ttlNanos, long backoffNanos) {}

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
   * @param properties the same configuration as it was given, for messages
   * @throws IllegalArgumentException naming file, key, value and range
   */
  static RebalanceSettings of(RebalanceConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    Set<InstrumentId> instruments = file.instruments("instruments", config::instruments);
    return new RebalanceSettings(
        file.name("name", config::name),
        file.text("account", config::account, ACCOUNT, "an account of etc/reference/accounts.csv"),
        instruments,
        capital(config, file),
        new Question(
            file.name("optimiser", config::optimiser),
            file.count("observations", config::observations, 2, 5_000),
            file.whole("sampleMillis", config::sampleMillis, 10, DAY_MILLIS) * NANOS_PER_MILLI,
            file.whole("rebalanceMillis", config::rebalanceMillis, 10, DAY_MILLIS)
                * NANOS_PER_MILLI,
            file.whole("deadlineMillis", config::deadlineMillis, 1, HOUR_MILLIS) * NANOS_PER_MILLI),
        bounds(config, instruments.size(), file),
        new Orders(
            file.oneOf("orderStyle", config::orderStyle, OrderStyle.class),
            file.whole("orderTtlMillis", config::orderTtlMillis, 1, DAY_MILLIS) * NANOS_PER_MILLI,
            file.whole("backoffMillis", config::backoffMillis, 1, HOUR_MILLIS) * NANOS_PER_MILLI));
  }

  private static Capital capital(RebalanceConfig config, ConfigFile file) {
    String expected = "an amount above 0, up to 1e12, and its currency, as in 100000 USD";
    String text = file.text("capital", config::capital, CAPITAL, expected);
    int blank = text.indexOf(' ');
    double amount = Double.parseDouble(text.substring(0, blank));
    if (!(amount > 0 && amount <= MAX_CAPITAL)) {
      throw file.wrong("capital", text, expected);
    }
    return new Capital(amount, text.substring(blank).trim());
  }

  private static Bounds bounds(RebalanceConfig config, int instruments, ConfigFile file) {
    double least = file.number("minWeightPercent", config::minWeightPercent, 0, 100);
    if (least * instruments > 100) {
      throw file.wrong(
          "minWeightPercent",
          least,
          "at most %s, because there are %d instruments"
              .formatted(100.0 / instruments, instruments));
    }
    double most = file.number("maxWeightPercent", config::maxWeightPercent, least, 100);
    if (most * instruments < 100) {
      throw file.wrong(
          "maxWeightPercent",
          most,
          "at least %s, because there are %d instruments"
              .formatted(100.0 / instruments, instruments));
    }
    double band = file.number("noTradeBandPercent", config::noTradeBandPercent, 0, 100);
    return new Bounds(least / 100, most / 100, band / 100);
  }

  /** A quantity that is far beyond any limit and still fits nine decimals, nine decimals. */
  static long largestQuantity() {
    return 9_000_000_000L * Fixed.ONE;
  }
}
