package io.headgate.engine.internal.order;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When the same order was last accepted, and how many requests came in and how many messages went
 * out within the last second.
 */
public final class RecentOrders {

  /** Orders older than this are forgotten, nanoseconds: the longest window that a row can set. */
  private static final long MEMORY_NANOS = LimitKind.LONGEST_DUPLICATE_WINDOW_MILLIS * 1_000_000L;

  /** So many different orders are remembered; then the oldest goes. */
  private static final int MOST_ORDERS = 1 << 20;

  private static final long SECOND = 1_000_000_000L;

  private record Terms(
      Originator originator,
      InstrumentId instrument,
      Side side,
      OrdType type,
      long quantity,
      long price) {
    static Terms of(NewOrder order) {
      return new Terms(
          order.originator(),
          order.instrument(),
          order.side(),
          order.type(),
          order.quantity(),
          order.limitPrice());
    }
  }

  private final int mostOrders;
  private final LinkedHashMap<Terms, Long> accepted = new LinkedHashMap<>();
  private final Map<String, RollingCount> requests = new HashMap<>();
  private final Map<String, RollingCount> messagesByAccount = new HashMap<>();
  private final Map<String, RollingCount> messagesByStrategy = new HashMap<>();

  /** Remembers nothing yet. */
  public RecentOrders() {
    this(MOST_ORDERS);
  }

  RecentOrders(int mostOrders) {
    this.mostOrders = mostOrders;
  }

  /**
   * Nanoseconds since the same order was accepted; {@link Long#MAX_VALUE} if it never was, or at a
   * time that is yet to come: the clock was set back over a restart.
   */
  public long age(NewOrder order, long now) {
    Long last = accepted.get(Terms.of(order));
    return last == null || last > now ? Long.MAX_VALUE : now - last;
  }

  /** An order was accepted. */
  public void accepted(NewOrder order, long now) {
    Terms terms = Terms.of(order);
    accepted.remove(terms);
    accepted.put(terms, now);
    Iterator<Long> oldestFirst = accepted.values().iterator();
    while (oldestFirst.hasNext() && isForgotten(oldestFirst.next(), now)) {
      oldestFirst.remove();
    }
  }

  /** Of a time to come as well: it would keep all that follow. */
  private boolean isForgotten(long time, long now) {
    return now - time > MEMORY_NANOS || time > now || accepted.size() > mostOrders;
  }

  /** Counts a request; answers how many the account made within the last second, this one too. */
  public long countRequest(String account, long now) {
    return window(requests, account).add(now);
  }

  /** A message to a venue was let out: an order, a replace or a cancel. */
  public void sent(Originator originator, long now) {
    window(messagesByAccount, originator.account()).add(now);
    window(messagesByStrategy, originator.strategy()).add(now);
  }

  /** How many different orders are remembered. */
  int remembered() {
    return accepted.size();
  }

  /** How many names are counted for. */
  public int names() {
    return requests.size() + messagesByAccount.size() + messagesByStrategy.size();
  }

  /** Without a window for a name that merely asks. */
  private static int within(Map<String, RollingCount> windows, String name, long now) {
    RollingCount window = windows.get(name);
    return window == null ? 0 : window.within(now);
  }

  private static RollingCount window(Map<String, RollingCount> windows, String name) {
    return windows.computeIfAbsent(name, n -> new RollingCount(SECOND));
  }

  /** Messages of the account within the last second, with one more. */
  public long accountRate(Originator originator, long now) {
    return 1L + within(messagesByAccount, originator.account(), now);
  }

  /** Messages of the strategy within the last second, with one more. */
  public long strategyRate(Originator originator, long now) {
    return 1L + within(messagesByStrategy, originator.strategy(), now);
  }
}
