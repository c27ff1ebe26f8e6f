package io.headgate.engine.internal.order;

import io.headgate.model.order.Side;
import io.headgate.model.position.PositionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the open orders of each account can still fill, kept up to date order by order. */
public final class OpenInterest {

  /** How many orders of one account are open, and how many await an answer. */
  private static final class Orders {
    private int open;
    private int inFlight;
  }

  /** The open orders of one account in one instrument. */
  public static final class Tally {
    private final PositionKey key;
    private long buy;
    private long sell;
    private long buyPrice;
    private long sellPrice;
    private boolean changed;

    private Tally(PositionKey key) {
      this.key = key;
    }

    /** Account and instrument. */
    public PositionKey key() {
      return key;
    }

    /** What open buys can still fill, nine decimals. */
    public long buy() {
      return buy;
    }

    /** What open sells can still fill, nine decimals. */
    public long sell() {
      return sell;
    }

    /** Highest price among the buys since there last was none; 0 where there is none. */
    public long buyPrice() {
      return buyPrice;
    }

    /** Highest limit among the sells since there last was none; 0 where there is none. */
    public long sellPrice() {
      return sellPrice;
    }

    private void add(Side side, long delta, long price) {
      if (side == Side.BUY) {
        buy = Math.addExact(buy, delta);
        buyPrice = buy == 0 ? 0 : Math.max(buyPrice, price);
      } else {
        sell = Math.addExact(sell, delta);
        sellPrice = sell == 0 ? 0 : Math.max(sellPrice, price);
      }
    }
  }

  private final Map<PositionKey, Tally> tallies = new HashMap<>();
  private final Map<String, Orders> ordersByAccount = new HashMap<>();
  private final List<Tally> changed = new ArrayList<>();

  /** Counts an order as it stands now, instead of as it stood before. */
  public void update(OrderState order) {
    countInFlight(order);
    Tally tally = order.tally();
    long quantity = order.reserved();
    boolean counts = quantity > 0 || !order.isTerminal();
    if (!counts && tally == null) {
      return;
    }
    if (tally == null) {
      tally =
          tally(
              new PositionKey(
                  order.terms().originator().account(), order.subject().instrument().id()));
      ordersOf(tally.key.account()).open++;
    }
    tally.add(order.terms().side(), quantity - order.counted(), worstPrice(order));
    if (!tally.changed) {
      tally.changed = true;
      changed.add(tally);
    }
    order.count(counts ? tally : null, counts ? quantity : 0);
    if (!counts) {
      ordersOf(tally.key.account()).open--;
    }
  }

  /** What nobody has answered counts, and so does what nobody knows the answer to. */
  private void countInFlight(OrderState order) {
    boolean inFlight = order.awaitsAnswer() || order.inDoubt();
    if (inFlight != order.countedInFlight()) {
      ordersOf(order.terms().originator().account()).inFlight += inFlight ? 1 : -1;
      order.countInFlight(inFlight);
    }
  }

  private Orders ordersOf(String account) {
    return ordersByAccount.computeIfAbsent(account, a -> new Orders());
  }

  private static long worstPrice(OrderState order) {
    OrderState.PendingReplace replace = order.pendingReplace();
    long price = order.terms().limitPrice();
    return replace == null ? price : Math.max(price, replace.terms().limitPrice());
  }

  /** The open orders of an account in an instrument; always the same object. */
  public Tally tally(PositionKey key) {
    return tallies.computeIfAbsent(key, Tally::new);
  }

  /** Hands over every tally that has changed since the last time, once. */
  public void takeChanged(Consumer<Tally> taker) {
    for (int i = 0; i < changed.size(); i++) {
      changed.get(i).changed = false;
      taker.accept(changed.get(i));
    }
    changed.clear();
  }

  /** What open orders of one side can still fill, nine decimals. */
  public long open(PositionKey key, Side side) {
    Tally tally = tallies.get(key);
    if (tally == null) {
      return 0;
    }
    return side == Side.BUY ? tally.buy : tally.sell;
  }

  /** Open orders of an account. */
  public int orders(@Nullable String account) {
    Orders orders = ordersByAccount.get(account);
    return orders == null ? 0 : orders.open;
  }

  /** Orders of an account whose latest request no venue has answered. */
  public int inFlight(String account) {
    Orders orders = ordersByAccount.get(account);
    return orders == null ? 0 : orders.inFlight;
  }
}
