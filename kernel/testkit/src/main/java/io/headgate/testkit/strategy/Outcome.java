package io.headgate.testkit.strategy;

import io.headgate.model.order.Order;
import java.util.Random;

/** How much of an accepted order the stage fills at once. */
@FunctionalInterface
public interface Outcome {

  /** Nothing fills. */
  Outcome REST = order -> 0;

  /** Everything fills. */
  Outcome FILL = Order::leavesQty;

  /**
   * Quantity that fills now, nine decimals, at most what is left; the rest stays open, or is
   * cancelled for IOC and FOK.
   */
  long filled(Order order);

  /** Nothing, a part or all, by chance; the same seed, the same chance. */
  static Outcome seeded(long seed) {
    Random random = new Random(seed);
    return order ->
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> order.leavesQty();
          default -> (long) (random.nextDouble() * order.leavesQty());
        };
  }
}
