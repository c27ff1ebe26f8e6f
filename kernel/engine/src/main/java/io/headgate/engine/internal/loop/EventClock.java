package io.headgate.engine.internal.loop;

import io.headgate.spi.time.Clock;

/** Time that follows the events of a replay. */
final class EventClock implements Clock {

  private final Clock machine;
  private volatile long now;

  EventClock(Clock machine) {
    this.machine = machine;
  }

  /** Moves on; time never runs backwards. */
  void advanceTo(long epochNanos) {
    if (epochNanos > now) {
      now = epochNanos;
    }
  }

  @Override
  public long epochNanos() {
    return now;
  }

  @Override
  public long monotonicNanos() {
    return machine.monotonicNanos();
  }
}
