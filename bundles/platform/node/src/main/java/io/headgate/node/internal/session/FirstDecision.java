package io.headgate.node.internal.session;

import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens for the first decision, to tell how long the process took from its start to it. */
final class FirstDecision implements Consumer<NodeEvent> {

  private static final double NANOS = 1e9;
  private static final long MILLI = 1_000_000L;

  private final Clock clock;
  private final AtomicLong first = new AtomicLong();

  FirstDecision(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void accept(NodeEvent event) {
    if (event instanceof NodeEvent.Decided && first.get() == 0) {
      // Not the event's own time: in a replay that is the time of the recorded data.
      first.compareAndSet(0, clock.epochNanos());
    }
  }

  /** Seconds from the start of the process; null where nothing was decided. */
  @Nullable Double secondsSince(long processStartMillis) {
    long at = first.get();
    return at == 0 ? null : Math.round((at - processStartMillis * MILLI) / NANOS * 1000) / 1000.0;
  }
}
