package io.headgate.model.instrument;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
 * @param earlyCloses trading dates whose session ends before its time, with the local time at which
 *     it does: half days
 */
public record TradingCalendar(
    String name,
    ZoneId zone,
    LocalTime roll,
    LocalTime open,
    LocalTime close,
    Set<DayOfWeek> tradingDays,
    Set<LocalDate> holidays,
    Map<LocalDate, LocalTime> earlyCloses) {

  /** Answer of {@link #nextChange} where the session neither opens nor closes any more. */
  public static final long NEVER = Long.MAX_VALUE;

  /** How far {@link #nextChange} looks ahead: longer than any holiday. */
  private static final int DAYS_AHEAD = 30;

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
    earlyCloses = Map.copyOf(earlyCloses);
  }

  /** A calendar without half days. */
  public TradingCalendar(
      String name,
      ZoneId zone,
      LocalTime roll,
      LocalTime open,
      LocalTime close,
      Set<DayOfWeek> tradingDays,
      Set<LocalDate> holidays) {
    this(name, zone, roll, open, close, tradingDays, holidays, Map.of());
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
    return nanos(candidate);
  }

  /** Whether the instrument's session is open at a moment, in UTC nanoseconds since 1970. */
  public boolean isOpen(long epochNanos) {
    LocalDate date = tradingDate(epochNanos);
    if (!tradingDays.contains(date.getDayOfWeek()) || holidays.contains(date)) {
      return false;
    }
    ZonedDateTime local = at(epochNanos);
    LocalTime early = earlyCloses.get(date);
    if (early != null && !local.toLocalDateTime().isBefore(date.atTime(early))) {
      return false;
    }
    if (open.equals(close)) {
      return true;
    }
    LocalTime time = local.toLocalTime();
    boolean insideDay = !time.isBefore(open) && time.isBefore(close);
    boolean overMidnight = !time.isBefore(open) || time.isBefore(close);
    return open.isBefore(close) ? insideDay : overMidnight;
  }

  /**
   * The first moment after another at which {@link #isOpen} has another answer, in UTC nanoseconds
   * since 1970; {@link #NEVER} if there is none within a month.
   */
  public long nextChange(long epochNanos) {
    boolean always = open.equals(close) && tradingDays.size() == DayOfWeek.values().length;
    if (always && holidays.isEmpty() && earlyCloses.isEmpty()) {
      return NEVER;
    }
    boolean now = isOpen(epochNanos);
    LocalDate first = at(epochNanos).toLocalDate().minusDays(1);
    for (int day = 0; day < DAYS_AHEAD; day++) {
      for (long candidate : turns(first.plusDays(day))) {
        if (candidate > epochNanos && isOpen(candidate) != now) {
          return candidate;
        }
      }
    }
    return NEVER;
  }

  /** The moments of a date at which a session can begin or end, in order. */
  private SortedSet<Long> turns(LocalDate date) {
    SortedSet<Long> turns = new TreeSet<>();
    for (@Nullable LocalTime time :
        new @Nullable LocalTime[] {open, close, roll, earlyCloses.get(date)}) {
      if (time != null) {
        ZonedDateTime moment = date.atTime(time).atZone(zone);
        turns.add(nanos(moment.withEarlierOffsetAtOverlap()));
        turns.add(nanos(moment.withLaterOffsetAtOverlap()));
      }
    }
    // A clock that is set forward or back jumps over such a moment, or to before it.
    Instant midnight = date.atStartOfDay(zone).toInstant();
    ZoneOffsetTransition jump = zone.getRules().nextTransition(midnight);
    if (jump != null && jump.getInstant().isBefore(midnight.plus(Duration.ofDays(1)))) {
      turns.add(nanos(jump.getInstant().atZone(zone)));
    }
    return turns;
  }

  private static long nanos(ZonedDateTime moment) {
    return moment.toEpochSecond() * NANOS + moment.getNano();
  }

  private ZonedDateTime rollOn(LocalDate date) {
    return date.atTime(roll).atZone(zone);
  }

  private ZonedDateTime at(long epochNanos) {
    return Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS))
        .atZone(zone);
  }
}
