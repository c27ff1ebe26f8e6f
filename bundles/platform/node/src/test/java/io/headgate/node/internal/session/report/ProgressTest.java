package io.headgate.node.internal.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.monitor.EngineCounters;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long SECOND = 1_000_000_000L;
  private static final MoneyTotals MONEY =
      new MoneyTotals(Map.of(), "USD", new BigDecimal("-1.50"));

  private static EngineCounters counters(long ticks, Map<String, Long> denied) {
    long sum = denied.values().stream().mapToLong(Long::longValue).sum();
    return new EngineCounters(ticks, 0, 100 + sum, 100, sum, denied, 42, 0);
  }

  @Test
  void showsTheRateSinceTheLineBeforeAndSumsSinceTheStart() {
    Progress progress = new Progress(7 * SECOND);
    String first =
        new Progress(7 * SECOND).line(9 * SECOND, counters(10_000, Map.of("A", 5L)), MONEY);
    progress.line(
        9 * SECOND, counters(10_000, Map.of()), new MoneyTotals(Map.of(), "USD", BigDecimal.ONE));
    String second =
        progress.line(
            76 * SECOND, counters(10_670, Map.of("A", 1L, "B", 7L, "C", 3L, "D", 2L)), MONEY);

    assertThat(first).startsWith("00:02    5,000 ticks/s  orders 105  denied 5 (A 5)  fills 42");
    assertThat(second)
        .isEqualTo(
            "01:09       10 ticks/s  orders 113  denied 13 (B 7, C 3, D 2, ...)  fills 42  P&L -1.50 USD");
  }
}
