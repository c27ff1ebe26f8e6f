package io.headgate.engine.internal.order;

import io.headgate.model.order.Side;
import io.headgate.model.position.PositionKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the open orders of each account can still fill, kept up to date order by order. */
public final class OpenInterest {

  private static final class Tally {
    private long buy;
    private long sell;
  }

  private record Counted(PositionKey key, Side side, long quantity) {}

  private final Map<PositionKey, Tally> tallies = new HashMap<>();
  private final Map<String, Integer> ordersByAccount = new HashMap<>();
  private final Map<OrderState, Counted> counted = new HashMap<>();

  /** Counts an order as it stands now, instead of as it stood before. */
  public void update(OrderState order) {
    Counted before = counted.get(order);
    long quantity = order.reserved();
    boolean counts = quantity > 0 || !order.isTerminal();
    if (!counts && before == null) {
      return;
    }
    PositionKey key =
        before == null
            ? new PositionKey(
                order.terms().originator().account(), order.subject().instrument().id())
            : before.key();
    Side side = order.terms().side();
    add(key, side, quantity - (before == null ? 0 : before.quantity()));
    if (before == null) {
      ordersByAccount.merge(key.account(), 1, Integer::sum);
    }
    if (counts) {
      counted.put(order, new Counted(key, side, quantity));
    } else {
      counted.remove(order);
      ordersByAccount.merge(key.account(), -1, Integer::sum);
    }
  }

  private void add(PositionKey key, Side side, long delta) {
    Tally tally = tallies.computeIfAbsent(key, k -> new Tally());
    if (side == Side.BUY) {
      tally.buy = Math.addExact(tally.buy, delta);
    } else {
      tally.sell = Math.addExact(tally.sell, delta);
    }
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
    return ordersByAccount.getOrDefault(account, 0);
  }
}
