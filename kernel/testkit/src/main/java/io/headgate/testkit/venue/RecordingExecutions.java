package io.headgate.testkit.venue;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.ClOrdId;
import io.headgate.spi.broker.ExecutionSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every report; durable at once, unless told to refuse. */
public final class RecordingExecutions implements ExecutionSink {

  private final List<ExecutionReport> reports = new CopyOnWriteArrayList<>();
  private volatile boolean refusing;

  @Override
  public CompletionStage<Void> accept(ExecutionReport report) {
    if (refusing) {
      return CompletableFuture.failedFuture(new IllegalStateException("the journal has failed"));
    }
    reports.add(report);
    return CompletableFuture.completedFuture(null);
  }

  /** Whether reports fail to become durable from now on. */
  public void refuse(boolean refuse) {
    refusing = refuse;
  }

  /** Everything, in order. */
  public List<ExecutionReport> all() {
    return List.copyOf(reports);
  }

  /** Everything under one ClOrdID, in order. */
  public List<ExecutionReport> of(ClOrdId clOrdId) {
    return reports.stream().filter(report -> report.clOrdId().equals(clOrdId)).toList();
  }

  /** Everything of one type, in order. */
  public List<ExecutionReport> of(ExecType type) {
    return reports.stream().filter(report -> report.execType() == type).toList();
  }

  /** The latest report. */
  public ExecutionReport last() {
    if (reports.isEmpty()) {
      throw new AssertionError("the venue has reported nothing");
    }
    return reports.get(reports.size() - 1);
  }

  /** Forgets what it has. */
  public void clear() {
    reports.clear();
  }
}
