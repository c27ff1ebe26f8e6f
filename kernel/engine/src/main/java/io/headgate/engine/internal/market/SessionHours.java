package io.headgate.engine.internal.market;

import io.headgate.model.instrument.TradingCalendar;

/**
 * Whether an instrument's session is open, and until when; its calendar is asked only when the
 * answer can have changed.
 */
public final class SessionHours {

  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final long DAY = 86_400_000_000_000L;

  /** Answer where the session does not change any more; far beyond every limit. */
  private static final long NEVER_MILLIS = Long.MAX_VALUE / NANOS_PER_MILLI;

  private final TradingCalendar calendar;
  private boolean open;
  private long from = Long.MAX_VALUE;
  private long change = Long.MIN_VALUE;
  private long until = Long.MIN_VALUE;

  SessionHours(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  /** Milliseconds until the session opens, rounded up; 0 while it is open. */
  public long millisToOpen(long now) {
    look(now);
    return open ? 0 : left(now);
  }

  /** Milliseconds until the session closes, rounded up; 0 while it is closed. */
  public long millisToClose(long now) {
    look(now);
    return open ? left(now) : 0;
  }

  private long left(long now) {
    return change == TradingCalendar.NEVER
        ? NEVER_MILLIS
        : (change - now + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
  }

  private void look(long now) {
    if (now >= from && now < until) {
      return;
    }
    open = calendar.isOpen(now);
    change = calendar.nextChange(now);
    from = now;
    until = change == TradingCalendar.NEVER ? now + DAY : change;
  }
}
