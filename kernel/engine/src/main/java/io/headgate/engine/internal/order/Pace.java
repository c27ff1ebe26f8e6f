package io.headgate.engine.internal.order;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast messages leave, for the firm, its traders and instruments; how often a strategy repeats
 * itself and how often it is denied. What was denied opens an entry for its strategy alone, also
 * for one that was never let out, and only up to a bound, so that made-up names fill no memory.
 * Confined to the loop.
 */
public final class Pace {

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  /** Strategies that denials open entries for. */
  static final int MOST_STRATEGIES = 10_000;

  /** The strategy of orders that a person asks for. */
  private static final String PERSON = "-";

  /** What one strategy does. */
  private static final class Habit {
    private final Map<InstrumentId, RollingCount> buys = new HashMap<>();
    private final Map<InstrumentId, RollingCount> sells = new HashMap<>();
    private final RollingCount denials = new RollingCount(MINUTE);

    private Map<InstrumentId, RollingCount> of(Side side) {
      return side == Side.BUY ? buys : sells;
    }

    private boolean isIdle(long now) {
      return denials.within(now) == 0 && isIdle(buys, now) && isIdle(sells, now);
    }

    private static boolean isIdle(Map<InstrumentId, RollingCount> counts, long now) {
      return counts.values().stream().allMatch(count -> count.within(now) == 0);
    }

    private void clear() {
      buys.clear();
      sells.clear();
      denials.clear();
    }
  }

  private final RollingCount firm = new RollingCount(SECOND);
  private final Map<String, RollingCount> traders = new HashMap<>();
  private final Map<InstrumentId, RollingCount> instruments = new HashMap<>();
  private final Map<String, Habit> strategies = new HashMap<>();
  private long swept = Long.MIN_VALUE / 2;

  /** A message was let out: an order, a replace or a cancel. */
  public void sent(Originator by, InstrumentId instrument, long now) {
    firm.add(now);
    traders.computeIfAbsent(by.trader(), t -> new RollingCount(SECOND)).add(now);
    instruments.computeIfAbsent(instrument, i -> new RollingCount(SECOND)).add(now);
  }

  /** A new order was let out, or a replace by which more can trade. */
  public void executed(Originator by, InstrumentId instrument, Side side, long now) {
    if (!by.strategy().equals(PERSON)) {
      strategies
          .computeIfAbsent(by.strategy(), s -> new Habit())
          .of(side)
          .computeIfAbsent(instrument, i -> new RollingCount(MINUTE))
          .add(now);
    }
  }

  /** An order or a replace was denied. */
  public void denied(Originator by, long now) {
    if (by.strategy().equals(PERSON)) {
      return;
    }
    Habit habit = strategies.get(by.strategy());
    if (habit == null && hasRoom(now)) {
      habit = new Habit();
      strategies.put(by.strategy(), habit);
    }
    if (habit != null) {
      habit.denials.add(now);
    }
  }

  /** Forgets strategies of which nothing counts any more when there are too many. */
  private boolean hasRoom(long now) {
    if (strategies.size() >= MOST_STRATEGIES && (now - swept >= MINUTE || now < swept)) {
      swept = now;
      strategies.values().removeIf(habit -> habit.isIdle(now));
    }
    return strategies.size() < MOST_STRATEGIES;
  }

  /** People have let a strategy go on. */
  public void reenabled(String strategy) {
    Habit habit = strategies.get(strategy);
    if (habit != null) {
      habit.clear();
    }
  }

  /** Messages of all accounts within the last second, with one more. */
  public long firmRate(long now) {
    return 1L + firm.within(now);
  }

  /** Messages of a trader within the last second, with one more. */
  public long traderRate(Originator by, long now) {
    return 1L + within(traders.get(by.trader()), now);
  }

  /** Messages in an instrument within the last second, with one more. */
  public long instrumentRate(InstrumentId instrument, long now) {
    return 1L + within(instruments.get(instrument), now);
  }

  /**
   * Orders of a strategy on one side of an instrument within a minute, and replaces by which more
   * could trade, with one more.
   */
  public long repeats(Originator by, InstrumentId instrument, Side side, long now) {
    if (by.strategy().equals(PERSON)) {
      return 0;
    }
    Habit habit = strategies.get(by.strategy());
    return 1L + (habit == null ? 0 : within(habit.of(side).get(instrument), now));
  }

  /** Denials of a strategy within the last minute. */
  public long denials(Originator by, long now) {
    Habit habit = strategies.get(by.strategy());
    return habit == null ? 0 : habit.denials.within(now);
  }

  /** How many names are counted for. */
  public int names() {
    return traders.size() + instruments.size() + strategies.size();
  }

  private static int within(@Nullable RollingCount count, long now) {
    return count == null ? 0 : count.within(now);
  }
}
