package io.headgate.data.simulator.internal;

import io.headgate.model.market.MarketBatch;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.FeedThread;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a market into a sink, on a thread of its own. */
final class Feed implements FeedThread.Run {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  /** Looks at the clock again at least so often, so that a clock that is moved by hand works. */
  private static final long LONGEST_WAIT_NANOS = 20_000_000L;

  /** What a paced feed does not try to catch up, because a burst would not be the market's pace. */
  private static final long MOST_ARREARS_NANOS = 250_000_000L;

  private final Market market;
  private final Settings.Delivery delivery;
  private final MarketSink sink;
  private final Clock clock;
  private final boolean paced;
  private final long step;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition halting = lock.newCondition();
  private long began;
  private long sent;
  private volatile boolean halted;
  private volatile long delivered;
  private volatile boolean finished;
  private volatile String failure = "";
  private volatile boolean refused;
  private volatile boolean behind;

  /**
   * A run; {@link #run} starts it.
   *
   * @param deliveredBefore ticks of this market that earlier runs delivered
   * @param paced whether it keeps to the clock's pace and carries its time
   */
  Feed(
      Market market,
      Settings.Delivery delivery,
      MarketSink sink,
      Clock clock,
      long deliveredBefore,
      boolean paced) {
    this.market = market;
    this.delivery = delivery;
    this.sink = sink;
    this.clock = clock;
    this.paced = paced;
    this.step = 1_000_000_000L / delivery.ticksPerSecond();
    this.sent = deliveredBefore;
    this.delivered = deliveredBefore;
    this.began = clock.monotonicNanos();
  }

  @Override
  public void run() {
    try {
      deliver();
    } catch (IllegalStateException e) {
      // The sink says that it takes no more: a reason, but no fault.
      refused = true;
      failure = "the simulator ended after %d ticks: %s".formatted(delivered, e.getMessage());
      LOG.info("{}", failure);
    } catch (RuntimeException | LinkageError e) {
      failure = "the simulator failed after %d ticks: %s".formatted(delivered, e);
      LOG.error("{}", failure, e);
    }
  }

  private void deliver() {
    MarketBatch.Builder batch = MarketBatch.builder(Simulator.NAME);
    long firstDue = market.session().nanos(market.ticks());
    while (!halted) {
      int rows = rowsOfNextBatch();
      if (rows == 0) {
        finished = true;
        return;
      }
      if (paced) {
        // The batch is due when its last tick has happened, one step after it began to.
        long due = began + market.session().nanos(market.ticks() + rows - 1) - firstDue + step;
        if (!waitUntil(due)) {
          return;
        }
        long arrears = clock.monotonicNanos() - due;
        behind = arrears > MOST_ARREARS_NANOS;
        began += behind ? arrears : 0;
      }
      send(batch.clear(), rows);
    }
  }

  private void send(MarketBatch.Builder batch, int rows) {
    if (paced) {
      market.fill(batch, rows, clock.epochNanos());
    } else {
      market.fillOnOwnTime(batch, rows);
    }
    sink.accept(batch.build());
    sent += rows;
    delivered = sent;
  }

  private int rowsOfNextBatch() {
    long left = delivery.maxTicks() == 0 ? Long.MAX_VALUE : delivery.maxTicks() - market.ticks();
    // A batch never holds ticks of two sessions.
    long inSession = market.session().left(market.ticks());
    return (int) Math.min(delivery.batchRows(), Math.min(left, inSession));
  }

  /** Whether the moment came before the halt. */
  private boolean waitUntil(long dueNanos) {
    lock.lock();
    try {
      while (!halted) {
        long left = dueNanos - clock.monotonicNanos();
        if (left <= 0) {
          return true;
        }
        long ignored = halting.awaitNanos(Math.min(left, LONGEST_WAIT_NANOS));
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void halt() {
    lock.lock();
    try {
      halted = true;
      halting.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean finished() {
    return finished;
  }

  /** Whether the sink takes ticks more slowly than they are due. */
  boolean behind() {
    return behind;
  }

  FeedProgress progress() {
    boolean ended = finished;
    // A sink that is being closed refuses before it stops the feed; then the stop is the reason.
    String cause = refused && halted ? "" : failure;
    long rows = delivered;
    return new FeedProgress(rows, rows, 0, Map.of(), ended || !cause.isEmpty(), cause);
  }

  @Override
  public boolean isOver() {
    return halted || progress().finished();
  }

  /** Ticks of this market that were delivered, in this run and before. */
  long delivered() {
    return delivered;
  }
}
