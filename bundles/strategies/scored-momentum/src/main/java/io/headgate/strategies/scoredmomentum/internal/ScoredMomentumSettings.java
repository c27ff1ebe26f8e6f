package io.headgate.strategies.scoredmomentum.internal;

import io.headgate.model.instrument.InstrumentId;
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
 * @param question what it asks whom, and how often
 * @param trade what it does with the answer
 * @param timing how long it waits
 */
record ScoredMomentumSettings(
    String name,
    String account,
    Set<InstrumentId> instruments,
    Question question,
    Trade trade,
    Timing timing) {

  static final String PID = "io.headgate.strategies.scoredmomentum";

  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final int HOUR_MILLIS = 3_600_000;
  private static final int DAY_MILLIS = 86_400_000;
  private static final double LARGEST_SCORE = 1e9;

  /**
   * What it asks whom.
   *
   * @param scorer id of the scorer
   * @param deadlineNanos how long an answer may take
   * @param everyNanos pause between two questions about one instrument
   */
  record Question(String scorer, long deadlineNanos, long everyNanos) {}

  /**
   * What it does with the answer.
   *
   * @param enter score from which it takes a position, above 0
   * @param exit score below which it leaves it, 0 to enter
   * @param quantity position that it takes, nine decimals
   */
  record Trade(double enter, double exit, long quantity) {}

  /**
   * How long it waits.
   *
   * @param closeAfter questions in a row without a fresh score; 0: never
   * @param orderTtlNanos age at which an open order is cancelled
   * @param backoffNanos pause after a first denial
   */
  record Timing(long closeAfter, long orderTtlNanos, long backoffNanos) {}

  ScoredMomentumSettings {
    instruments = Set.copyOf(instruments);
  }

  /**
   * @throws IllegalArgumentException naming file, key, value and what was expected
   */
  static ScoredMomentumSettings of(ScoredMomentumConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    return new ScoredMomentumSettings(
        file.name("name", config::name),
        file.text(
            "account",
            config::account,
            Pattern.compile("\\S{1,32}"),
            "an account of etc/reference/accounts.csv"),
        file.instruments("instruments", config::instruments),
        new Question(
            file.name("scorer", config::scorer),
            NANOS_PER_MILLI * file.whole("deadlineMillis", config::deadlineMillis, 1, 60_000),
            NANOS_PER_MILLI * file.whole("everyMillis", config::everyMillis, 0, HOUR_MILLIS)),
        trade(config, file),
        new Timing(
            file.whole("closeAfterUnanswered", config::closeAfterUnanswered, 0, 1_000_000),
            NANOS_PER_MILLI * file.whole("orderTtlMillis", config::orderTtlMillis, 1, DAY_MILLIS),
            NANOS_PER_MILLI * file.whole("backoffMillis", config::backoffMillis, 1, HOUR_MILLIS)));
  }

  private static Trade trade(ScoredMomentumConfig config, ConfigFile file) {
    double enter = file.number("enterScore", config::enterScore, Double.MIN_NORMAL, LARGEST_SCORE);
    double exit = file.number("exitScore", config::exitScore, 0, LARGEST_SCORE);
    if (exit > enter) {
      throw file.wrong("exitScore", exit, "0 to enterScore, which is " + enter);
    }
    return new Trade(
        enter, exit, file.decimal("positionQty", config::positionQty, 1, Long.MAX_VALUE / 4));
  }
}
