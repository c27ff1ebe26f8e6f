package io.headgate.strategies.meanreversion.internal;

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
 * @param account account that it trades for
 * @param instruments what it trades, at least one
 * @param signal when it enters and leaves
 * @param sizing how much it asks for
 * @param orderTtlNanos age at which an open order is cancelled
 * @param backoffNanos pause after a first denial
 */
record MeanReversionSettings(
    String name,
    String account,
    Set<InstrumentId> instruments,
    Signal signal,
    Sizing sizing,
    long orderTtlNanos,
    long backoffNanos) {

  static final String PID = "io.headgate.strategies.meanreversion";

  private static final Pattern ACCOUNT = Pattern.compile("\\S(.{0,30}\\S)?");
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int DAY_MILLIS = 86_400_000;
  private static final int HOUR_MILLIS = 3_600_000;
  private static final long MAX_QTY = 1_000_000_000L * Fixed.ONE;

  /**
   * When it enters and leaves, in standard deviations from the mean.
   *
   * @param windowPeriods prices over which both are taken
   * @param entry from here on it trades towards the mean
   * @param exit from here on it is back at the mean, below {@code entry}
   * @param stop from here on it was wrong, above {@code entry}
   * @param minDeviation relative standard deviation below which nothing is a signal
   */
  record Signal(int windowPeriods, double entry, double exit, double stop, double minDeviation) {}

  /**
   * How much it asks for.
   *
   * @param orderQty quantity of a position, nine decimals
   * @param style at which price
   * @param respectHeadroom whether it asks for its headroom at most
   */
  record Sizing(long orderQty, OrderStyle style, boolean respectHeadroom) {}

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
  static MeanReversionSettings of(MeanReversionConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    return new MeanReversionSettings(
        file.name("name", config::name),
        file.text("account", config::account, ACCOUNT, "an account of etc/reference/accounts.csv"),
        file.instruments("instruments", config::instruments),
        signal(config, file),
        new Sizing(
            file.decimal("orderQty", config::orderQty, 1, MAX_QTY),
            file.oneOf("orderStyle", config::orderStyle, OrderStyle.class),
            file.flag("respectHeadroom", config::respectHeadroom)),
        file.whole("orderTtlMillis", config::orderTtlMillis, 1, DAY_MILLIS) * NANOS_PER_MILLI,
        file.whole("backoffMillis", config::backoffMillis, 1, HOUR_MILLIS) * NANOS_PER_MILLI);
  }

  private static Signal signal(MeanReversionConfig config, ConfigFile file) {
    double entry = file.number("entryZ", config::entryZ, 0.01, 20);
    double exit = file.number("exitZ", config::exitZ, 0, 20);
    if (exit >= entry) {
      throw file.wrong("exitZ", exit, "less than entryZ, which is " + entry);
    }
    double stop = file.number("stopZ", config::stopZ, 0.01, 100);
    if (stop <= entry) {
      throw file.wrong("stopZ", stop, "more than entryZ, which is " + entry);
    }
    return new Signal(
        file.count("windowPeriods", config::windowPeriods, 10, 100_000),
        entry,
        exit,
        stop,
        file.number("minDeviationBps", config::minDeviationBps, 0, 10_000) / 10_000);
  }
}
