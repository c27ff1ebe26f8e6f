package io.headgate.bench;

import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import java.util.SplittableRandom;

/** Realistic orders, about one in twenty violating; the same ones in every run. */
final class SampleOrders {

  private static final int ORDERS = 512;

  private final ContextEditor[] orders = new ContextEditor[ORDERS];
  private int next;

  SampleOrders() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < ORDERS; i++) {
      orders[i] = order(random);
    }
  }

  /** The next one, without verdicts. */
  OrderContext next() {
    next = (next + 1) % ORDERS;
    return orders[next].begin().context();
  }

  /**
   * Checks that a peer says as much about every order as the Java by hand.
   *
   * @throws IllegalStateException if it does not, or if too few or too many orders violate
   */
  void check(Peer.Kind kind, Peer peer) {
    int violating = 0;
    for (int i = 0; i < ORDERS; i++) {
      int expected = verdicts(orders[i], DecisionRules::byHand);
      int found = verdicts(orders[i], peer);
      if (expected != found) {
        throw new IllegalStateException(
            "%s says %d things about order %d, Java by hand %d"
                .formatted(kind, found, i, expected));
      }
      violating += expected > 0 ? 1 : 0;
    }
    if (violating < ORDERS / 50 || violating > ORDERS / 5) {
      throw new IllegalStateException("unlikely orders: " + violating + " of " + ORDERS);
    }
  }

  private static int verdicts(ContextEditor order, Peer judge) {
    OrderContext context = order.begin().context();
    judge.judge(context);
    return context.verdictCount();
  }

  private static ContextEditor order(SplittableRandom random) {
    long quantity = random.nextLong(1, 100) * Fixed.ONE;
    boolean violating = random.nextInt(20) == 0;
    boolean buy = random.nextBoolean();
    ContextEditor editor = new ContextEditor();
    editor
        .set(ContextText.ACCOUNT, random.nextInt(4) == 0 ? "DESK" : "ACC" + random.nextInt(50))
        .set(ContextText.SIDE, buy ? "BUY" : "SELL")
        .set(ContextNumber.QUANTITY, violating ? 2_000 * Fixed.ONE : quantity)
        .set(ContextNumber.LOT_SIZE, Fixed.ONE)
        .set(ContextNumber.NOTIONAL, random.nextLong(100_000) * Fixed.AMOUNT_ONE)
        .set(ContextNumber.PRICE_DEVIATION_BPS, random.nextLong(-10, 10) * Fixed.ONE)
        .set(ContextNumber.WORST_LONG_POSITION, buy ? quantity : 0)
        .set(ContextNumber.WORST_SHORT_POSITION, buy ? 0 : quantity)
        .set(ContextNumber.DUPLICATE_AGE_MILLIS, Long.MAX_VALUE)
        .set(ContextNumber.MARKET_AGE_MILLIS, random.nextLong(500))
        .set(ContextNumber.ORDERS_LAST_SECOND, random.nextLong(50))
        .set(ContextNumber.OPEN_ORDERS, random.nextLong(50))
        .set(ContextNumber.ASK_SIZE, random.nextLong(500) * Fixed.ONE)
        .limits(
            ResolvedLimits.builder(Long.MAX_VALUE)
                .block(LimitKind.MAX_ORDER_QTY, 1_000 * Fixed.ONE, "limits/bench.csv:2")
                .warn(LimitKind.MAX_ORDER_QTY, 800 * Fixed.ONE)
                .block(LimitKind.MAX_ORDER_NOTIONAL, 1_000_000 * Fixed.AMOUNT_ONE, "")
                .block(LimitKind.PRICE_COLLAR, 50 * Fixed.ONE, "")
                .block(LimitKind.MAX_LONG_POSITION, 5_000 * Fixed.ONE, "")
                .block(LimitKind.MAX_SHORT_POSITION, 5_000 * Fixed.ONE, "")
                .block(LimitKind.DUPLICATE_WINDOW, 1_000, "")
                .build());
    return editor;
  }
}
