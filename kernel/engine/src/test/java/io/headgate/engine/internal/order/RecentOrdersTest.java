package io.headgate.engine.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.testkit.fake.FakeReferenceData;
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
  void aTimeThatIsYetToComeDoesNotCount() {
    NewOrder order = priced(1);
    for (int i = 0; i < 100; i++) {
      recent.sent(ANN, 3_600 * SECOND + i);
    }
    recent.accepted(order, 3_600 * SECOND);

    assertThat(recent.accountRate(ANN, SECOND)).as("the clock was set back").isEqualTo(1);
    assertThat(recent.age(order, SECOND)).isEqualTo(Long.MAX_VALUE);
    recent.sent(ANN, SECOND);
    recent.accepted(order, SECOND);
    assertThat(recent.accountRate(ANN, 3_600 * SECOND)).as("nor later").isEqualTo(1);
    assertThat(recent.accountRate(ANN, SECOND + 1)).as("gone by").isEqualTo(1);
    assertThat(recent.age(order, SECOND + 7)).isEqualTo(7);
  }

  @Test
  void soManyOrdersAreRememberedAndTheOldestGoes() {
    RecentOrders few = new RecentOrders(3);
    for (int i = 0; i < 5; i++) {
      few.accepted(priced(i), i);
    }
    assertThat(few.remembered()).isEqualTo(3);
    assertThat(few.age(priced(1), 5)).isEqualTo(Long.MAX_VALUE);
    assertThat(few.age(priced(2), 5)).isEqualTo(3);
    few.accepted(priced(9), 10 * 60 * SECOND + 4);
    assertThat(few.remembered()).as("ten minutes later").isEqualTo(2);
  }

  private static NewOrder priced(int price) {
    return NewOrder.limit(
        ANN,
        FakeReferenceData.ACME.id(),
        Side.BUY,
        Fixed.ONE,
        (price + 1) * Fixed.ONE,
        TimeInForce.GTC);
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
