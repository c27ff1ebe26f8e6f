package io.headgate.ops.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.monitor.LatencyHistogram;
import io.headgate.spi.monitor.Metric;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Samples samples = new Samples(registry);

  @Test
  void whatIsGoneFromTheNodeIsGoneFromTheRegistry() {
    samples.begin();
    samples.counter("headgate.strategy.intents", "x", 3, "strategy", "one");
    samples.counter("headgate.strategy.intents", "x", 4, "strategy", "two");
    samples.end();
    assertThat(registry.scrape()).contains("headgate_strategy_intents_total{strategy=\"one\"} 3");

    samples.begin();
    samples.counter("headgate.strategy.intents", "x", 5, "strategy", "two");
    samples.end();
    assertThat(registry.scrape())
        .contains("headgate_strategy_intents_total{strategy=\"two\"} 5")
        .doesNotContain("one");
  }

  @Test
  void nobodysNamesFillAMonitoringSystem() {
    samples.begin();
    for (int i = 0; i < Samples.MOST_LABELS + 17; i++) {
      samples.gauge("headgate.position.units", "x", i, "instrument", "I" + i);
    }
    samples.end();
    assertThat(samples.dropped()).isEqualTo(17);
    assertThat(registry.getMeters()).hasSize(Samples.MOST_LABELS);
  }

  @Test
  void stagesAreHistogramsInSecondsAndBucketsAddUp() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(500);
    histogram.record(3_000);
    histogram.record(60_000_000_000L);
    StageHistograms stages = new StageHistograms();
    stages.take(List.of(histogram.snapshot("intent-verdict")), histogram.snapshot("sync"));
    registry.getPrometheusRegistry().register(stages);

    String text = registry.scrape();

    assertThat(text)
        .contains("headgate_order_stage_seconds_bucket{stage=\"intent-verdict\",le=\"1.0E-6\"} 1")
        .contains("headgate_order_stage_seconds_bucket{stage=\"intent-verdict\",le=\"5.0E-6\"} 2")
        .contains("headgate_order_stage_seconds_bucket{stage=\"intent-verdict\",le=\"+Inf\"} 3")
        .contains("headgate_journal_sync_seconds_count 3");
    assertThat(ExpositionText.read(text))
        .filteredOn(metric -> metric.name().equals("headgate_order_stage_seconds_count"))
        .containsExactly(
            new Metric("headgate_order_stage_seconds_count", "stage=\"intent-verdict\"", 3));
  }
}
