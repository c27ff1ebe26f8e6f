package io.headgate.engine.internal.advice;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import org.HdrHistogram.Histogram;

/** What became of the requests to one scorer or optimiser. Confined to the loop. */
final class Tally {

  private static final long MAX_NANOS = 60_000_000_000L;

  /** So many late answers in a row are worth an alarm. */
  private static final int LATE_IN_A_ROW = 20;

  private final String key;
  private final String who;
  private final Alarms alarms;
  private final Histogram nanos = new Histogram(MAX_NANOS, 2);
  private long fresh;
  private long stale;
  private long unavailable;
  private long errors;
  private int lateInARow;
  private boolean failing;

  /**
   * @param kind {@code scorer} or {@code optimiser}
   */
  Tally(String kind, String name, Alarms alarms) {
    this.key = kind + "." + name;
    this.who = kind + " " + name;
    this.alarms = alarms;
  }

  void took(long duration) {
    nanos.recordValue(Math.min(Math.max(duration, 0), MAX_NANOS));
  }

  void fresh() {
    fresh++;
    if (lateInARow >= LATE_IN_A_ROW) {
      alarms.clear(key + ".slow");
    }
    if (failing) {
      alarms.clear(key);
    }
    lateInARow = 0;
    failing = false;
  }

  void not(AnswerState state, AnswerReason reason, String message) {
    if (state == AnswerState.STALE) {
      late();
      return;
    }
    unavailable++;
    if (reason == AnswerReason.FAILED) {
      errors++;
      if (!failing) {
        failing = true;
        alarms.raise(key, Alarm.Level.WARNING, message);
      }
    }
  }

  private void late() {
    stale++;
    lateInARow++;
    if (lateInARow == LATE_IN_A_ROW) {
      alarms.raise(
          key + ".slow",
          Alarm.Level.WARNING,
          "%s has missed %d deadlines in a row; allow it more time or ask it less often"
              .formatted(who, LATE_IN_A_ROW));
    }
  }

  /** Its alarms are about nobody any more. */
  void removed() {
    alarms.clear(key);
    alarms.clear(key + ".slow");
  }

  long answers() {
    return fresh;
  }

  long stale() {
    return stale;
  }

  long unavailable() {
    return unavailable;
  }

  long errors() {
    return errors;
  }

  LatencySummary latency() {
    return new LatencySummary(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50),
        nanos.getValueAtPercentile(99),
        nanos.getValueAtPercentile(99.9),
        nanos.getTotalCount() == 0 ? 0 : nanos.getMaxValue());
  }
}
