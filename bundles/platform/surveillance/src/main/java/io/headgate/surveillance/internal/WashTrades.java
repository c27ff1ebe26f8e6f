package io.headgate.surveillance.internal;

import io.headgate.model.number.Fixed;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.HashMap;
import java.util.Map;

/**
 * Buys and sells of like size at one price within the window, of one account or of two accounts of
 * the firm: trades that may change nobody's position and only look like activity (Regulation (EU)
 * No 596/2014, Article 12(1)(a); Commission Delegated Regulation (EU) 2016/522, Annex II, wash
 * trades). An indication for a person to look at, not a proof. Confined to one thread.
 */
final class WashTrades {

  private final Alarms alarms;
  private final Telling telling = new Telling();
  private final Map<String, Recent<Trade>> trades = new HashMap<>();
  private final Map<String, Recent<Long>> pairs = new HashMap<>();

  WashTrades(Alarms alarms) {
    this.alarms = alarms;
  }

  /** Takes a trade in. */
  void traded(Trade trade, SurveillanceSettings settings) {
    Recent<Trade> recent = trades.computeIfAbsent(trade.instrument(), i -> new Recent<>(Trade::at));
    recent.forget(trade.at() - settings.windowNanos());
    Trade match = null;
    for (Trade other : recent) {
      if (isPair(trade, other, settings.washTolerancePercent())) {
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

  private static boolean isPair(Trade one, Trade other, int tolerancePercent) {
    long larger = Math.max(one.quantity(), other.quantity());
    long smaller = Math.min(one.quantity(), other.quantity());
    return one.side() != other.side()
        && one.price() == other.price()
        && smaller >= Fixed.mulDivFloor(larger, 100 - tolerancePercent, 100);
  }

  private void paired(Trade trade, Trade match, SurveillanceSettings settings) {
    String who = accounts(trade, match);
    String key = "surveillance.wash." + who + "." + trade.instrument();
    Recent<Long> found = pairs.computeIfAbsent(key, k -> new Recent<>(Long::longValue));
    found.add(trade.at(), settings.windowNanos());
    int count = 0;
    for (Long ignored : found) {
      count++;
    }
    if (count >= settings.washPairs() && telling.isDue(key, trade.at())) {
      alarms.raise(
          key,
          Alarm.Level.WARNING,
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
