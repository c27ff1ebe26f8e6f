package io.headgate.model.instrument;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When an instrument trades and when its trading day ends.
 *
 * @param name how files and messages call it, for example {@code FX} or {@code XNYS}
 * @param zone the zone in which {@code roll}, {@code open} and {@code close} are read
 * @param roll local time at which a trading day ends and the next begins
 * @param open local time of the session's opening
 * @param close local time of the session's close; equal to {@code open} means round the clock
 * @param tradingDays days of the week (of the trading date) that trade
 * @param holidays trading dates without a session
 */
public record TradingCalendar(
    String name,
    ZoneId zone,
    LocalTime roll,
    LocalTime open,
    LocalTime close,
    Set<DayOfWeek> tradingDays,
    Set<LocalDate> holidays) {

  private static final long NANOS = 1_000_000_000L;

  /** Trades at every hour of every day; the trading day rolls at midnight UTC. */
  public static final TradingCalendar ALWAYS =
      new TradingCalendar(
          "ALWAYS",
          ZoneId.of("UTC"),
          LocalTime.MIDNIGHT,
          LocalTime.MIDNIGHT,
          LocalTime.MIDNIGHT,
          Set.of(DayOfWeek.values()),
          Set.of());

  public TradingCalendar {
    tradingDays = Set.copyOf(tradingDays);
    holidays = Set.copyOf(holidays);
  }

  /**
   * The trading date in force at a moment. A roll at or after noon starts the next calendar date's
   * trading day (as in FX, which rolls at 17:00 New York); a roll before noon belongs to the same
   * date.
   *
   * @param epochNanos UTC nanoseconds since 1970
   */
  public LocalDate tradingDate(long epochNanos) {
    ZonedDateTime local = at(epochNanos);
    LocalDate date = local.toLocalDate();
    // Moments are compared, not times on the clock: it may skip the roll or show it twice.
    boolean afterRoll = !local.isBefore(rollOn(date));
    if (roll.isBefore(LocalTime.NOON)) {
      return afterRoll ? date : date.minusDays(1);
    }
    return afterRoll ? date.plusDays(1) : date;
  }

  /** The first roll strictly after a moment, in UTC nanoseconds since 1970. */
  public long nextRoll(long epochNanos) {
    ZonedDateTime local = at(epochNanos);
    ZonedDateTime candidate = rollOn(local.toLocalDate());
    if (!candidate.isAfter(local)) {
      candidate = rollOn(local.toLocalDate().plusDays(1));
    }
    return candidate.toEpochSecond() * NANOS + candidate.getNano();
  }

  /** Whether the instrument's session is open at a moment, in UTC nanoseconds since 1970. */
  public boolean isOpen(long epochNanos) {
    LocalDate date = tradingDate(epochNanos);
    if (!tradingDays.contains(date.getDayOfWeek()) || holidays.contains(date)) {
      return false;
    }
    if (open.equals(close)) {
      return true;
    }
    LocalTime time = at(epochNanos).toLocalTime();
    boolean insideDay = !time.isBefore(open) && time.isBefore(close);
    boolean overMidnight = !time.isBefore(open) || time.isBefore(close);
    return open.isBefore(close) ? insideDay : overMidnight;
  }

  private ZonedDateTime rollOn(LocalDate date) {
    return date.atTime(roll).atZone(zone);
  }

  private ZonedDateTime at(long epochNanos) {
    return Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS))
        .atZone(zone);
  }
}
