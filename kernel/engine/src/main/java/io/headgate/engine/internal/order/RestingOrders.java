package io.headgate.engine.internal.order;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The firm's own open orders by instrument, for the question what a new one could trade with among
 * them. Confined to the loop.
 */
public final class RestingOrders {

  /** The open orders of one side of an instrument. */
  private static final class Queue {
    private final boolean buys;
    private final List<OrderState> orders = new ArrayList<>();

    /** No order is better than this; it may be better than all while some remain. */
    private long best;

    private Queue(boolean buys) {
      this.buys = buys;
    }

    private void add(OrderState order) {
      order.rest(orders.size());
      orders.add(order);
    }

    private void remove(OrderState order) {
      OrderState last = orders.remove(orders.size() - 1);
      if (last != order) {
        orders.set(order.place(), last);
        last.rest(order.place());
      }
      order.rest(OrderState.NOWHERE);
      if (orders.isEmpty()) {
        best = 0;
      }
    }

    private void improve(long price) {
      best = best == 0 ? price : buys ? Math.max(best, price) : Math.min(best, price);
    }

    private boolean reaches(long price, long other) {
      return buys ? price >= other : price <= other;
    }
  }

  private final Map<InstrumentId, Queue> buys = new HashMap<>();
  private final Map<InstrumentId, Queue> sells = new HashMap<>();
  private long own;
  private long others;

  /** Takes an order in as it stands now. */
  public void update(OrderState order) {
    boolean rests = !order.isTerminal() && order.reserved() > 0;
    boolean rested = order.place() != OrderState.NOWHERE;
    if (!rests && !rested) {
      return;
    }
    Side side = order.terms().side();
    Queue queue =
        (side == Side.BUY ? buys : sells)
            .computeIfAbsent(order.terms().instrument(), i -> new Queue(side == Side.BUY));
    if (!rests) {
      queue.remove(order);
      return;
    }
    if (!rested) {
      queue.add(order);
    }
    queue.improve(price(order, queue.buys));
  }

  /** The price that reaches furthest: that of a replace under way counts as well. */
  private static long price(OrderState order, boolean buys) {
    long price = order.terms().limitPrice();
    OrderState.PendingReplace replace = order.pendingReplace();
    if (replace == null) {
      return price;
    }
    long asked = replace.terms().limitPrice();
    return buys ? Math.max(price, asked) : Math.min(price, asked);
  }

  /** Looks for what an order could trade with; {@link #own} and {@link #others} tell. */
  public void look(String account, InstrumentId instrument, Side side, long price) {
    own = 0;
    others = 0;
    Queue queue = (side == Side.BUY ? sells : buys).get(instrument);
    if (queue == null || queue.orders.isEmpty() || !queue.reaches(queue.best, price)) {
      return;
    }
    for (int i = 0; i < queue.orders.size(); i++) {
      OrderState order = queue.orders.get(i);
      if (queue.reaches(price(order, queue.buys), price)) {
        if (order.terms().originator().account().equals(account)) {
          own = Math.addExact(own, order.reserved());
        } else {
          others = Math.addExact(others, order.reserved());
        }
      }
    }
  }

  /** What orders of the same account can still fill at such a price, nine decimals. */
  public long own() {
    return own;
  }

  /** The same of other accounts. */
  public long others() {
    return others;
  }
}
