package io.headgate.strategies.momentum.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.spi.plugin.ConfigFile;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

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
  private static final long BPS = 10_000;
  private static final long MAX_QUANTITY = 1_000_000_000L * Fixed.ONE;
  private static final Pattern ACCOUNT = Pattern.compile("\\S.{0,31}");

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
   * @throws IllegalArgumentException naming file, key, value and range
   */
  static MomentumSettings of(MomentumConfig config, ConfigFile file) {
    return new MomentumSettings(
        file.name("name", config::name),
        file.text("account", config::account, ACCOUNT, "an account of etc/reference/accounts.csv"),
        file.instruments("instruments", config::instruments),
        trend(config, file),
        sizing(config, file),
        new Timing(
            millis("orderTtlMillis", config::orderTtlMillis, DAY_MILLIS, file),
            millis("backoffMillis", config::backoffMillis, HOUR_MILLIS, file)));
  }

  private static Trend trend(MomentumConfig config, ConfigFile file) {
    int fast = file.count("fastPeriods", config::fastPeriods, 1, MAX_FAST);
    int slow = file.count("slowPeriods", config::slowPeriods, 2, MAX_SLOW);
    if (slow <= fast) {
      throw file.wrong("slowPeriods", slow, "more than fastPeriods, which is " + fast);
    }
    long cross = file.decimal("minCrossBps", config::minCrossBps, 0, BPS * Fixed.ONE);
    return new Trend(fast, slow, Fixed.toDouble(cross));
  }

  private static Sizing sizing(MomentumConfig config, ConfigFile file) {
    return new Sizing(
        file.decimal("orderQty", config::orderQty, 1, MAX_QUANTITY),
        file.decimal("maxPosition", config::maxPosition, 1, MAX_QUANTITY),
        file.oneOf("orderStyle", config::orderStyle, OrderStyle.class),
        file.flag("respectHeadroom", config::respectHeadroom));
  }

  private static long millis(String key, LongSupplier value, int max, ConfigFile file) {
    return Duration.ofMillis(file.whole(key, value, 1, max)).toNanos();
  }
}
