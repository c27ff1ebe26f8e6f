package io.headgate.surveillance.internal;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.Order;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.util.HashMap;
import java.util.Map;

/**
 * Orders that one account shows on one side and cancels unfilled, while it trades on the other:
 * layering or spoofing (Regulation (EU) No 596/2014, Article 12(2)(c); Commission Delegated
 * Regulation (EU) 2016/522, Annex II, layering and spoofing). An indication for a person to look
 * at, not a proof. Confined to one thread.
 */
final class Layering {

  /** An order that was cancelled without a fill. */
  private record Withdrawn(Side side, long quantity, long at) {}

  /** What one account does in one instrument. */
  private static final class Conduct {
    private final Recent<Withdrawn> withdrawn = new Recent<>(Withdrawn::at);
    private final Recent<Trade> trades = new Recent<>(Trade::at);

    private boolean isOver(long before) {
      boolean nothingWithdrawn = withdrawn.isOver(before);
      return trades.isOver(before) && nothingWithdrawn;
    }
  }

  private final Alarms alarms;
  private final Telling telling;
  private final Map<String, Conduct> conducts = new HashMap<>();

  Layering(Alarms alarms) {
    this.alarms = alarms;
    this.telling = new Telling(alarms);
  }

  /** Takes a trade in. */
  void traded(Trade trade, SurveillanceSettings settings) {
    String who = trade.account() + "." + trade.instrument();
    Conduct conduct = conducts.computeIfAbsent(who, w -> new Conduct());
    conduct.trades.add(trade, settings.windowNanos());
    look(who, conduct, trade.at(), settings);
  }

  /**
   * Takes an order in that has ended unfilled because it was cancelled. One that had to fill at
   * once or not at all was never shown.
   */
  void withdrawn(Order order, long at, SurveillanceSettings settings) {
    TimeInForce timeInForce = order.request().timeInForce();
    if (timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK) {
      return;
    }
    String who =
        order.request().originator().account() + "." + order.request().instrument().toString();
    Conduct conduct = conducts.computeIfAbsent(who, w -> new Conduct());
    conduct.withdrawn.add(
        new Withdrawn(order.request().side(), order.request().quantity(), at),
        settings.windowNanos());
    look(who, conduct, at, settings);
  }

  /** Forgets whom nothing within the window is known of. */
  void forget(long now, SurveillanceSettings settings) {
    long before = now - settings.windowNanos();
    conducts.values().removeIf(conduct -> conduct.isOver(before));
    telling.forget(now);
  }

  /** Accounts, each in one instrument, that something is known of. */
  int size() {
    return conducts.size();
  }

  private void look(String who, Conduct conduct, long at, SurveillanceSettings settings) {
    conduct.trades.forget(at - settings.windowNanos());
    conduct.withdrawn.forget(at - settings.windowNanos());
    for (Side side : Side.values()) {
      look(who, conduct, side, at, settings);
    }
  }

  private void look(
      String who, Conduct conduct, Side shown, long at, SurveillanceSettings settings) {
    int orders = 0;
    long quantity = 0;
    for (Withdrawn order : conduct.withdrawn) {
      if (order.side() == shown) {
        orders++;
        quantity = sum(quantity, order.quantity());
      }
    }
    if (orders < settings.layeringOrders()) {
      return;
    }
    long traded = 0;
    for (Trade trade : conduct.trades) {
      traded = trade.side() == shown ? traded : sum(traded, trade.quantity());
    }
    String key = "surveillance.layering." + who;
    Alarm.Level level = settings.level(orders, settings.layeringOrders());
    if (traded == 0
        || quantity / settings.layeringTimes() < traded
        || !telling.isDue(key, level, at)) {
      return;
    }
    alarms.raise(
        key,
        level,
        "possible layering of %s: %d orders of together %s were shown on the %s side and cancelled unfilled, while %s traded on the other, within %d s; look at order:list and clear the alarm when it is explained"
            .formatted(
                who,
                orders,
                Fixed.format(quantity),
                shown,
                Fixed.format(traded),
                settings.windowNanos() / 1_000_000_000L));
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < a ? Long.MAX_VALUE : sum;
  }
}
