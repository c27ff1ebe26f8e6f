package io.headgate.engine.internal.order;

import io.headgate.model.position.PositionKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What has been counted since the trading day began. The day of a node begins when the first of its
 * calendars rolls to a later date. Confined to the loop.
 */
public final class DayCounts {

  /** Messages and trades of one account in one instrument. */
  private static final class Counts {
    private long messages;
    private long trades;
  }

  /** Notional that one account has asked for. */
  private static final class Value {
    private long asked;
  }

  /** Days by which the calendars of a node may differ. */
  private static final int MOST_BETWEEN_CALENDARS = 3;

  private final Map<PositionKey, Counts> counts = new HashMap<>();
  private final Map<String, Value> values = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  /**
   * Whether a day begins with this date: a later one, or one so much earlier that the day before it
   * came from a wrong clock.
   */
  public boolean isNew(LocalDate tradingDate) {
    return tradingDate.isAfter(day)
        || tradingDate.toEpochDay() < day.toEpochDay() - MOST_BETWEEN_CALENDARS;
  }

  /** A calendar has rolled; answers whether a new day begins with it. */
  public boolean rolled(LocalDate tradingDate) {
    if (!isNew(tradingDate)) {
      return false;
    }
    day = tradingDate;
    counts.clear();
    values.clear();
    return true;
  }

  /** A message was let out. */
  public void sent(PositionKey key) {
    counts.computeIfAbsent(key, k -> new Counts()).messages++;
  }

  /** A trade was applied. */
  public void traded(PositionKey key) {
    counts.computeIfAbsent(key, k -> new Counts()).trades++;
  }

  /** An order or a replace was let out; what its account has asked for with it, six decimals. */
  public void stands(String account, long total) {
    values.computeIfAbsent(account, a -> new Value()).asked = total;
  }

  /** An order was let out of which only the notional is known; six decimals. */
  public void asked(String account, long notional) {
    Value value = values.computeIfAbsent(account, a -> new Value());
    long sum = value.asked + notional;
    value.asked = sum < value.asked ? Long.MAX_VALUE : sum;
  }

  /** Messages, with one more. */
  public long messages(PositionKey key) {
    Counts of = counts.get(key);
    return of == null ? 1 : of.messages + 1;
  }

  /** Messages, with one more, for each trade, rounded up; without a trade, all of them. */
  public long orderToTrade(PositionKey key) {
    Counts of = counts.get(key);
    long trades = of == null ? 1 : Math.max(1, of.trades);
    return (messages(key) + trades - 1) / trades;
  }

  /** What an account has asked for, with so much more; the largest number if it does not fit. */
  public long value(String account, long more) {
    Value of = values.get(account);
    long sum = (of == null ? 0 : of.asked) + more;
    return sum < more ? Long.MAX_VALUE : sum;
  }
}
