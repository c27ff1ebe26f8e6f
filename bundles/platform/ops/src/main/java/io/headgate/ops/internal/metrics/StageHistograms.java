package io.headgate.ops.internal.metrics;

import io.headgate.spi.monitor.StageLatency;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/** The histograms that the order path and the journal keep, as Prometheus has them. */
final class StageHistograms implements MultiCollector {

  static final String STAGE = "headgate_order_stage_seconds";
  static final String SYNC = "headgate_journal_sync_seconds";

  private static final double NANOS = 1e9;

  private volatile List<StageLatency> stages = List.of();
  private volatile StageLatency syncs = new StageLatency("sync", List.of(), 0);

  /** Takes what was read off the node. */
  void take(List<StageLatency> newStages, StageLatency newSyncs) {
    stages = List.copyOf(newStages);
    syncs = newSyncs;
  }

  @Override
  public MetricSnapshots collect() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    HistogramSnapshot.Builder stage =
        HistogramSnapshot.builder()
            .name(STAGE)
            .help("How long one stage of the order path took, in seconds");
    boolean any = false;
    for (StageLatency one : stages) {
      any = true;
      stage.dataPoint(point(one, Labels.of("stage", one.stage())));
    }
    if (any) {
      all.metricSnapshot(stage.build());
    }
    if (!syncs.buckets().isEmpty()) {
      all.metricSnapshot(
          HistogramSnapshot.builder()
              .name(SYNC)
              .help("How long the disk took to make a group of records durable, in seconds")
              .dataPoint(point(syncs, Labels.EMPTY))
              .build());
    }
    return all.build();
  }

  private static HistogramSnapshot.HistogramDataPointSnapshot point(
      StageLatency latency, Labels labels) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    for (StageLatency.Bucket bucket : latency.buckets()) {
      double upTo =
          bucket.upToNanos() == Long.MAX_VALUE
              ? Double.POSITIVE_INFINITY
              : bucket.upToNanos() / NANOS;
      buckets.bucket(upTo, bucket.count());
    }
    return HistogramSnapshot.HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(buckets.build())
        .sum(latency.sumNanos() / NANOS)
        .labels(labels)
        .build();
  }
}
