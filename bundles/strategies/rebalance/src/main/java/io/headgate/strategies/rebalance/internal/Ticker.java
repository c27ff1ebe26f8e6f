package io.headgate.strategies.rebalance.internal;

import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.time.Timers.Timer;
import org.jspecify.annotations.Nullable;

/** Runs a task every so often, by the strategy's clock. */
final class Ticker {

  private final StrategyContext context;
  private final long periodNanos;
  private final Runnable task;
  private @Nullable Timer timer;

  Ticker(StrategyContext context, long periodNanos, Runnable task) {
    this.context = context;
    this.periodNanos = periodNanos;
    this.task = task;
  }

  /** From one period later on. */
  void start() {
    long at = context.clock().epochNanos() + periodNanos;
    timer = context.timers().schedule(at, this::tick);
  }

  private void tick() {
    start();
    task.run();
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
