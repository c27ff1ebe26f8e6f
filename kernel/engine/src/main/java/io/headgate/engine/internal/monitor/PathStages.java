package io.headgate.engine.internal.monitor;

import io.headgate.model.order.ClOrdId;
import io.headgate.spi.monitor.LatencyHistogram;
import io.headgate.spi.monitor.StageLatency;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * How long commands take from their verdict to the venue's first answer. Each stage is told by
 * another thread; nothing is allocated and nobody waits. A command whose place was taken by a later
 * one before it was answered is not counted further.
 */
public final class PathStages {

  /** Commands that can be under way at the same time; a power of two. */
  static final int PLACES = 1 << 14;

  private final LongSupplier nanos;
  private final AtomicLongArray ids = new AtomicLongArray(PLACES);
  private final AtomicLongArray since = new AtomicLongArray(PLACES);
  private final LatencyHistogram toVerdict = new LatencyHistogram();
  private final LatencyHistogram toDurable = new LatencyHistogram();
  private final LatencyHistogram toSent = new LatencyHistogram();
  private final LatencyHistogram toAnswer = new LatencyHistogram();

  /**
   * @param nanos monotonic time
   */
  public PathStages(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** An intent was decided on, so many nanoseconds after it was taken off the queue. */
  public void decisionTook(long duration) {
    toVerdict.record(duration);
  }

  /** A command waits for its record to be durable. */
  public void decided(ClOrdId id) {
    int place = place(id);
    ids.set(place, 0);
    since.set(place, nanos.getAsLong());
    ids.set(place, mark(id));
  }

  /** The record of a command is durable. */
  public void durable(ClOrdId id) {
    reached(id, toDurable);
  }

  /** A command is about to be handed to its venue. */
  public void sending(ClOrdId id) {
    reached(id, toSent);
  }

  /** The venue has answered; only its first answer counts. */
  public void answered(ClOrdId id) {
    reached(id, toAnswer);
    ids.compareAndSet(place(id), mark(id), 0);
  }

  private void reached(ClOrdId id, LatencyHistogram stage) {
    int place = place(id);
    if (ids.get(place) == mark(id)) {
      long now = nanos.getAsLong();
      stage.record(now - since.get(place));
      since.set(place, now);
    }
  }

  private static int place(ClOrdId id) {
    return (int) (id.sequence() & (PLACES - 1));
  }

  /** Tells commands with the same place apart; never 0. */
  private static long mark(ClOrdId id) {
    return (((long) id.epoch()) << 40) ^ id.sequence() ^ Long.MIN_VALUE;
  }

  /** The stages in the order of the path; from any thread. */
  public List<StageLatency> snapshot() {
    return List.of(
        toVerdict.snapshot("intent-verdict"),
        toDurable.snapshot("verdict-durable"),
        toSent.snapshot("durable-sent"),
        toAnswer.snapshot("sent-ack"));
  }
}
