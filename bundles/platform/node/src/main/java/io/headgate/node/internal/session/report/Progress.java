package io.headgate.node.internal.session.report;

import io.headgate.spi.monitor.EngineCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The live line of a session: rates since the line before, sums since the start. */
public final class Progress {

  private static final int REASONS = 3;
  private static final double NANOS = 1e9;
  private static final int MINUTE = 60;

  private final long startNanos;
  private long lastNanos;
  private long lastTicks;

  /**
   * @param startNanos monotonic nanoseconds at which the market began
   */
  public Progress(long startNanos) {
    this.startNanos = startNanos;
    this.lastNanos = startNanos;
  }

  /**
   * The next line.
   *
   * @param nowNanos monotonic nanoseconds
   */
  public String line(long nowNanos, EngineCounters counters, MoneyTotals money) {
    double interval = Math.max(1e-3, (nowNanos - lastNanos) / NANOS);
    double ticksPerSecond = (counters.ticks() - lastTicks) / interval;
    lastNanos = nowNanos;
    lastTicks = counters.ticks();
    long seconds = (long) ((nowNanos - startNanos) / NANOS);
    return String.format(
        Locale.ROOT,
        "%02d:%02d  %,7.0f ticks/s  orders %,d  denied %,d%s  fills %,d  P&L %s",
        seconds / MINUTE,
        seconds % MINUTE,
        ticksPerSecond,
        counters.intents(),
        counters.denied(),
        reasons(counters),
        counters.fills(),
        money);
  }

  private static String reasons(EngineCounters counters) {
    Map<String, Long> sorted = Summary.reasons(counters);
    if (sorted.isEmpty()) {
      return "";
    }
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, Long> reason : sorted.entrySet()) {
      if (shown.size() == REASONS) {
        shown.add("...");
        break;
      }
      shown.add("%s %d".formatted(reason.getKey(), reason.getValue()));
    }
    return " (" + String.join(", ", shown) + ")";
  }
}
