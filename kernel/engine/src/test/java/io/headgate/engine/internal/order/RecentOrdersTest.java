package io.headgate.engine.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.order.Originator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentOrdersTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Originator ANN = new Originator("A", "ann", "s1");
  private static final Originator BOB = new Originator("A", "bob", "s2");

  private final RecentOrders recent = new RecentOrders();

  @Test
  void messagesCountByAccountAndByStrategy() {
    recent.sent(ANN, 100);
    recent.sent(BOB, 200);
    recent.sent(BOB, 300);

    assertThat(recent.accountRate(ANN, 300)).as("with the one asked for").isEqualTo(4);
    assertThat(recent.strategyRate(ANN, 300)).isEqualTo(2);
    assertThat(recent.strategyRate(BOB, 300)).isEqualTo(3);
    assertThat(recent.accountRate(new Originator("B", "ann", "s1"), 300)).isEqualTo(1);
    assertThat(recent.accountRate(ANN, 100 + SECOND)).as("a second later").isEqualTo(3);
    assertThat(recent.accountRate(ANN, 300 + SECOND)).isEqualTo(1);
  }

  @Test
  void askingDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      assertThat(recent.accountRate(ANN, 5)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theWindowIsThatOfAPlainQueue(long seed) {
    Random random = new Random(seed);
    Deque<Long> plain = new ArrayDeque<>();
    long now = 0;
    for (int i = 0; i < 5_000; i++) {
      now += random.nextInt(100) == 0 ? SECOND : random.nextInt(5_000_000);
      while (!plain.isEmpty() && now - plain.peekFirst() >= SECOND) {
        plain.removeFirst();
      }
      assertThat(recent.accountRate(ANN, now)).isEqualTo(plain.size() + 1);
      if (random.nextInt(4) > 0) {
        recent.sent(ANN, now);
        plain.addLast(now);
      }
    }
  }
}
