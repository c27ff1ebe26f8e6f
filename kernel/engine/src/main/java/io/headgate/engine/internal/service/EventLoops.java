package io.headgate.engine.internal.service;

import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.loop.InlineLoop;
import io.headgate.engine.internal.loop.LiveLoop;
import io.headgate.engine.internal.loop.Watchdog;
import io.headgate.engine.internal.outbound.Lanes;
import io.headgate.model.market.MarketBatch;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The threads of an engine: a loop and lanes live, one inline loop in a replay. */
final class EventLoops implements AutoCloseable {

  /** How far a replay lets time run after its last event, so that what is under way arrives. */
  private static final long REPLAY_TAIL_NANOS = 10_000_000_000L;

  /** Takes rows of a batch. */
  interface MarketTaker {
    void apply(MarketBatch batch, int from, int to);
  }

  private final Clock clock;
  private final EngineSettings settings;
  private final Consumer<Throwable> onFailure;
  private final Consumer<String> onHang;
  private final @Nullable LiveLoop live;
  private final EventLoop engine;
  private volatile @Nullable Watchdog watchdog;

  EventLoops(
      Platform platform,
      EngineSettings settings,
      Consumer<Throwable> onFailure,
      Consumer<String> onHang) {
    this.clock = platform.clock();
    this.settings = settings;
    this.onFailure = onFailure;
    this.onHang = onHang;
    if (platform.node().mode() == NodeInfo.Mode.LIVE) {
      live =
          new LiveLoop(
              "headgate-loop", clock, settings.intentQueue(), settings.marketQueue(), onFailure);
      engine = live;
    } else {
      live = null;
      engine = new InlineLoop(clock, onFailure);
    }
  }

  EventLoop engine() {
    return engine;
  }

  boolean isLive() {
    return live != null;
  }

  void start() {
    if (live != null) {
      live.start();
      watch(settings.watchdogMillis());
    }
  }

  /** Sets the longest time that a task of the loop may take. */
  void watch(long limitMillis) {
    if (live != null) {
      Watchdog before = watchdog;
      watchdog = new Watchdog(live, limitMillis, onHang);
      if (before != null) {
        before.close();
      }
    }
  }

  /** The loop of a connector's lane. */
  EventLoop lane(String broker) {
    if (live == null) {
      return engine;
    }
    LiveLoop lane =
        new LiveLoop(
            "headgate-lane-" + broker,
            clock,
            settings.laneQueue(),
            settings.marketQueue(),
            onFailure);
    lane.start();
    return lane;
  }

  void market(MarketBatch batch, MarketTaker taker, Runnable onFirst) {
    if (live != null) {
      live.bulk(() -> taker.apply(batch, 0, batch.size()));
      return;
    }
    InlineLoop inline = (InlineLoop) engine;
    synchronized (inline) {
      if (batch.size() > 0 && inline.beginAt(batch.tsInit(0))) {
        inline.urgent(onFirst);
      }
      for (int row = 0; row < batch.size(); row++) {
        int at = row;
        inline.advanceTo(batch.tsInit(row));
        inline.urgent(() -> taker.apply(batch, at, at + 1));
      }
    }
  }

  boolean drain(long timeoutMillis, Lanes lanes, BooleanSupplier settled) {
    if (engine instanceof InlineLoop inline) {
      inline.advanceTo(inline.clock().epochNanos() + REPLAY_TAIL_NANOS);
      return true;
    }
    long deadline = clock.monotonicNanos() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    int quiet = 0;
    while (clock.monotonicNanos() < deadline) {
      engine.ask(() -> true);
      if (!passLanes(lanes, deadline)) {
        return false;
      }
      boolean idle = settled.getAsBoolean() && live != null && live.isIdle();
      quiet = idle ? quiet + 1 : 0;
      // Several quiet rounds in a row: a lane may just have told the loop, and the loop a lane.
      if (quiet == 5) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return false;
  }

  private boolean passLanes(Lanes lanes, long deadline) {
    try {
      lanes.barrier().get(Math.max(1, deadline - clock.monotonicNanos()), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  @Override
  public void close() {
    Watchdog watching = watchdog;
    if (watching != null) {
      watching.close();
    }
    if (live != null) {
      live.close();
    }
  }
}
