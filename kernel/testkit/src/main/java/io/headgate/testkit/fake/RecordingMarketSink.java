package io.headgate.testkit.fake;

import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.MarketEvent;
import io.headgate.spi.data.MarketSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps every batch; notices callers that do not take turns. */
public final class RecordingMarketSink implements MarketSink {

  private final List<MarketBatch> batches = new CopyOnWriteArrayList<>();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean overlapped;
  private volatile boolean stopped;

  @Override
  public void accept(MarketBatch batch) {
    if (!busy.compareAndSet(false, true)) {
      overlapped = true;
    }
    try {
      if (stopped) {
        throw new IllegalStateException("the engine has stopped");
      }
      batches.add(batch);
      rows.addAndGet(batch.size());
    } finally {
      busy.set(false);
    }
  }

  /** From now on it refuses like an engine that has stopped. */
  public void stop() {
    stopped = true;
  }

  /** Rows so far. */
  public long rows() {
    return rows.get();
  }

  /** All batches, in order. */
  public List<MarketBatch> batches() {
    return List.copyOf(batches);
  }

  /** All rows as events, in order. */
  public List<MarketEvent> events() {
    return batches.stream().flatMap(batch -> batch.events().stream()).toList();
  }

  /** Whether two calls ever ran at the same time. */
  public boolean overlapped() {
    return overlapped;
  }
}
