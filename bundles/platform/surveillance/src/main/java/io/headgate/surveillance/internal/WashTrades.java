package io.headgate.surveillance.internal;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.HashMap;
import java.util.Map;

/**
 * Buys and sells of like size at one price within the window, of one account or of two accounts of
 * the firm: trades that may change nobody's position and only look like activity (Regulation (EU)
 * No 596/2014, Article 12(1)(a); Commission Delegated Regulation (EU) 2016/522, Annex II, wash
 * trades). Orders that were never in the market at the same time cannot have traded with each
 * other: a strategy that leaves a position at the price at which it came in is not alarmed of,
 * unless the settings ask for it. An indication for a person to look at, not a proof. Confined to
 * one thread.
 */
final class WashTrades {

  /** Two orders that may have traded with each other; all their fills together are one pair. */
  private record Pair(ClOrdId one, ClOrdId other, long at) {

    private boolean isOf(Trade trade, Trade match) {
      return (one.equals(trade.order()) && other.equals(match.order()))
          || (one.equals(match.order()) && other.equals(trade.order()));
    }
  }

  private final Alarms alarms;
  private final Telling telling;
  private final Map<String, Recent<Trade>> trades = new HashMap<>();
  private final Map<String, Recent<Pair>> pairs = new HashMap<>();

  WashTrades(Alarms alarms) {
    this.alarms = alarms;
    this.telling = new Telling(alarms);
  }

  /** Takes a trade in. */
  void traded(Trade trade, SurveillanceSettings settings) {
    Recent<Trade> recent = trades.computeIfAbsent(trade.instrument(), i -> new Recent<>(Trade::at));
    recent.forget(trade.at() - settings.windowNanos());
    Trade match = null;
    for (Trade other : recent) {
      if (isPair(trade, other, settings)) {
        match = other;
      }
    }
    if (match == null) {
      recent.add(trade, settings.windowNanos());
    } else {
      // Each trade is half of one pair at most.
      recent.remove(match);
      paired(trade, match, settings);
    }
  }

  /** Forgets whom nothing within the window is known of. */
  void forget(long now, SurveillanceSettings settings) {
    long before = now - settings.windowNanos();
    trades.values().removeIf(recent -> recent.isOver(before));
    pairs.values().removeIf(found -> found.isOver(before));
    telling.forget(now);
  }

  /** Instruments and pairs of accounts that something is known of. */
  int size() {
    return trades.size() + pairs.size();
  }

  private static boolean isPair(Trade later, Trade earlier, SurveillanceSettings settings) {
    long larger = Math.max(later.quantity(), earlier.quantity());
    long smaller = Math.min(later.quantity(), earlier.quantity());
    return later.side() != earlier.side()
        && later.price() == earlier.price()
        && (later.sent() <= earlier.at() || settings.washRoundTrips())
        && smaller >= Fixed.mulDivFloor(larger, 100 - settings.washTolerancePercent(), 100);
  }

  private void paired(Trade trade, Trade match, SurveillanceSettings settings) {
    String who = accounts(trade, match);
    String key = "surveillance.wash." + who + "." + trade.instrument();
    Recent<Pair> found = pairs.computeIfAbsent(key, k -> new Recent<>(Pair::at));
    found.forget(trade.at() - settings.windowNanos());
    int count = 0;
    boolean known = false;
    for (Pair pair : found) {
      known |= pair.isOf(trade, match);
      count++;
    }
    if (known) {
      return;
    }
    found.add(new Pair(trade.order(), match.order(), trade.at()), settings.windowNanos());
    count++;
    Alarm.Level level = settings.level(count, settings.washPairs());
    if (count >= settings.washPairs() && telling.isDue(key, level, trade.at())) {
      alarms.raise(
          key,
          level,
          "possible wash trades of %s in %s: %d times bought and sold at one price within %d s, last %s at %s; look at order:list and clear the alarm when it is explained"
              .formatted(
                  who,
                  trade.instrument(),
                  count,
                  settings.windowNanos() / 1_000_000_000L,
                  Fixed.format(trade.quantity()),
                  Fixed.format(trade.price())));
    }
  }

  private static String accounts(Trade one, Trade other) {
    int order = one.account().compareTo(other.account());
    if (order == 0) {
      return one.account();
    }
    return order < 0
        ? one.account() + "+" + other.account()
        : other.account() + "+" + one.account();
  }
}
